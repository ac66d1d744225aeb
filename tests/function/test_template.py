"""What the template promises about the function, read from the template itself."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from skill.lambda_metrics import DIRECTIVES, NAMESPACE
from skill.levels import LEVELS
from skill.package.endpoint import REGIONS
from skill.preflight.template import load_template

ROOT = Path(__file__).resolve().parents[2]
ONCE = {
    "Statistic": "Sum",
    "Period": 60,
    "EvaluationPeriods": 1,
    "Threshold": 1,
    "ComparisonOperator": "GreaterThanOrEqualToThreshold",
}
"""One in a minute is enough."""
ALARMS = {
    "ErrorsAlarm": {"Namespace": "AWS/Lambda", "MetricName": "Errors", **ONCE},
    "FailedAlarm": {"Namespace": NAMESPACE, "MetricName": "Failed", **ONCE},
    "ThrottlesAlarm": {"Namespace": "AWS/Lambda", "MetricName": "Throttles", **ONCE},
    "SlowAlarm": {
        "Namespace": "AWS/Lambda",
        "MetricName": "Duration",
        "ExtendedStatistic": "p99",
        "Unit": "Milliseconds",
        "Period": 60,
        "EvaluationPeriods": 3,
        "DatapointsToAlarm": 2,
        "Threshold": 5000,
        "ComparisonOperator": "GreaterThanThreshold",
    },
}
"""When each goes off."""


@pytest.fixture(scope="module")
def template() -> dict[str, Any]:
    return load_template(ROOT / "template.yaml")


@pytest.fixture(scope="module")
def function(template: dict[str, Any]) -> dict[str, Any]:
    return template["Resources"]["SkillFunction"]["Properties"]


def test_only_the_skill_may_call_it_and_the_skill_must_be_named(template: dict[str, Any], function: dict[str, Any]):
    assert "Default" not in template["Parameters"]["SkillId"]
    pattern = template["Parameters"]["SkillId"]["AllowedPattern"]
    assert re.fullmatch(pattern, "amzn1.ask.skill.7e0f3c52-5d0a-4f0e-9a3a-6a1f0c2b9d11")
    assert not re.fullmatch(pattern, "")
    assert function["Events"] == {"Alexa": {"Type": "AlexaSkill", "Properties": {"SkillId": "SkillId"}}}
    assert function["Environment"]["Variables"]["SKILL_ID"] == "SkillId"


def test_it_is_refused_where_alexa_cannot_call_it(template: dict[str, Any]):
    (assertion,) = template["Rules"]["AlexaCallsThisRegion"]["Assertions"]
    regions, where = assertion["Assert"]["Fn::Contains"]
    assert (set(regions), where) == (set(REGIONS), "AWS::Region")
    assert all(region in assertion["AssertDescription"] for region in REGIONS)


def test_it_names_the_handler_and_builds_by_make(template: dict[str, Any], function: dict[str, Any]):
    assert function["Handler"] == "skill.lambda_function.handler"
    assert template["Resources"]["SkillFunction"]["Metadata"]["BuildMethod"] == "makefile"
    assert re.search(r"^build-SkillFunction:", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_it_gives_up_before_alexa_does(function: dict[str, Any]):
    assert 3 <= function["Timeout"] < 8


def test_the_endpoint_is_the_alias_that_alarms_take_back(template: dict[str, Any], function: dict[str, Any]):
    assert template["Outputs"]["SkillEndpoint"]["Value"] == "SkillFunction.Alias"
    assert function["AutoPublishAlias"] == "live"
    assert set(function["DeploymentPreference"]["Alarms"]) == {"ErrorsAlarm", "FailedAlarm", "SlowAlarm"}
    for name in ALARMS:
        dimensions = template["Resources"][name]["Properties"]["Dimensions"]
        assert {"Name": "Resource", "Value": "${SkillFunction}:live"} in dimensions or name == "FailedAlarm"


def test_it_may_write_its_own_log_and_nothing_else(template: dict[str, Any]):
    (policy,) = template["Resources"]["SkillRole"]["Properties"]["Policies"]
    (statement,) = policy["PolicyDocument"]["Statement"]
    assert statement["Action"] == ["logs:CreateLogStream", "logs:PutLogEvents"]
    assert statement["Resource"] == "SkillLog.Arn"


def test_the_log_is_kept_for_as_long_as_two_versions_are_compared(template: dict[str, Any], function: dict[str, Any]):
    assert function["LoggingConfig"]["LogGroup"] == "SkillLog"
    assert template["Resources"]["SkillLog"]["Properties"]["RetentionInDays"] == 90


def test_alarms_and_dashboard_use_the_metrics_that_are_written(template: dict[str, Any]):
    written = {
        (NAMESPACE, metric["Name"], *names)
        for directive in DIRECTIVES
        for names in directive["Dimensions"]
        for metric in directive["Metrics"]
    }
    failed = template["Resources"]["FailedAlarm"]["Properties"]
    assert (failed["Namespace"], failed["MetricName"], "Function") in written
    body = template["Resources"]["Dashboard"]["Properties"]["DashboardBody"]
    widgets = json.loads(body)["widgets"]
    named = [metric for widget in widgets for metric in widget["properties"].get("metrics", ())]
    ours = [[part for part in metric if isinstance(part, str)] for metric in named if metric[0] == NAMESPACE]
    assert len(ours) > 5
    assert {(metric[0], metric[1], *metric[2::2]) for metric in ours} <= written
    assert {metric[5] for metric in ours if "Level" in metric} == set(LEVELS) - {"none"}
    assert "{KratomGuide,Function,Intent}" in body


@pytest.mark.parametrize("name", ALARMS)
def test_an_alarm_goes_off_when_it_should(template: dict[str, Any], name: str):
    said = {"AlarmDescription", "Dimensions", "TreatMissingData", "AlarmActions", "OKActions", "Tags"}
    alarm = template["Resources"][name]["Properties"]
    assert {key: value for key, value in alarm.items() if key not in said} == ALARMS[name]
    whose = "Function" if alarm["Namespace"] == NAMESPACE else "FunctionName"
    assert {"Name": whose, "Value": "SkillFunction"} in alarm["Dimensions"]


def test_each_alarm_says_what_happened_to_a_person(template: dict[str, Any]):
    assert {name for name, item in template["Resources"].items() if item["Type"] == "AWS::CloudWatch::Alarm"} == set(
        ALARMS
    )
    for name in ALARMS:
        alarm = template["Resources"][name]["Properties"]
        assert alarm["AlarmDescription"]
        assert alarm["AlarmActions"] == alarm["OKActions"] == ["SomebodyIsTold", ["AlarmTopic"], "AWS::NoValue"]
        assert alarm["TreatMissingData"] == "notBreaching", "nobody asking is no alarm"
