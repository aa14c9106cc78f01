#!/usr/bin/env python3
"""Decodes recordings greedily by CTranslate2 and prints the tokens as JSON.

    bench/peers/tokens.py MODEL RECORDING ...

Each recording is one window of up to 30 s: the likeliest token each time, no times, no prompt. The seconds are processor time
of hearing alone, without loading the model and reading the recording:

    {"name": "faster-whisper 1.2.1 (CTranslate2 4.8.5)", "clips": [{"tokens": [50363, 1400], "seconds": 0.9}]}
"""

import json
import sys
import time

import faster_whisper_peer as peer


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    faster_whisper = peer.imported()
    import ctranslate2
    import numpy
    from faster_whisper.audio import decode_audio, pad_or_trim

    whisper = peer.model(sys.argv[1])
    special = ["<|startoftranscript|>"]
    if whisper.model.is_multilingual:
        special += ["<|en|>", "<|transcribe|>"]
    prompt = [whisper.hf_tokenizer.token_to_id(token) for token in special + ["<|notimestamps|>"]]
    clips = []
    for path in sys.argv[2:]:
        samples = decode_audio(path)[:30 * 16_000]
        start = time.process_time()
        features = pad_or_trim(whisper.feature_extractor(samples))
        heard = ctranslate2.StorageView.from_array(numpy.ascontiguousarray(features[None]))
        # The signs that are never written are those of the folder's config.json.
        result = whisper.model.generate(
            heard, [prompt], beam_size=1, sampling_topk=1, max_length=448, suppress_blank=True, suppress_tokens=[-1])
        clips.append({"tokens": result[0].sequences_ids[0], "seconds": time.process_time() - start})
    name = f"faster-whisper {faster_whisper.__version__} (CTranslate2 {ctranslate2.__version__})"
    print(json.dumps({"name": name, "clips": clips}))


if __name__ == "__main__":
    main()
