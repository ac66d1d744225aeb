"""Lambda metrics: Record -> one line of JSON a turn, which CloudWatch counts and keeps (its embedded metric format).

CloudWatch bills each metric in each combination of its dimensions, so the whole has all metrics, and an intent or a
level of risk only its count. What is no dimension (topic, locale, failure) can be asked of the log with Logs Insights.
Our own lines and not aws-lambda-powertools: importing that takes 20 ms, a third of what all of this skill takes.
The format: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
"""

from __future__ import annotations

import json
import sys
import time

from skill.record import Record

NAMESPACE = "KratomGuide"
_COUNT = {"Name": "Turns", "Unit": "Count"}
_OF_ALL = [_COUNT, {"Name": "Failed", "Unit": "Count"}, {"Name": "Time", "Unit": "Milliseconds"}]
DIRECTIVES = [
    {"Namespace": NAMESPACE, "Dimensions": [["Function"]], "Metrics": _OF_ALL},
    {"Namespace": NAMESPACE, "Dimensions": [["Function", "Intent"], ["Function", "Level"]], "Metrics": [_COUNT]},
]
_HEAD = f'{{"_aws":{{"Timestamp":%d,"CloudWatchMetrics":{json.dumps(DIRECTIVES, separators=(",", ":"))}}}'
"""How every line begins; %d is the time."""
_encode = json.JSONEncoder(separators=(",", ":")).encode  # json.dumps would make an encoder for each line


class LambdaMetrics:
    """A recorder that writes one line to stdout for each record."""

    def __init__(self, function: str) -> None:
        """In: the name of the Lambda function."""
        self._function = function
        self.request = ""
        """Lambda's own id of the invocation; it joins a line to Lambda's report of time and memory."""

    def __call__(self, record: Record) -> None:
        """Write the line of a turn."""
        line = {
            "Function": self._function,
            "Intent": record.intent,
            "Level": record.level,
            "Turns": 1,
            "Failed": int(record.failed),
            "Time": round(record.milliseconds, 3),
            "topic": record.topic,
            "locale": record.locale,
            "failure": record.failure,
            "requestId": self.request,
        }
        rest = _encode(line)
        sys.stdout.write(f"{_HEAD % (time.time() * 1000)},{rest[1:]}\n")
        sys.stdout.flush()
