#!/usr/bin/env python3
"""Hears one recording by faster-whisper and prints its words as JSON.

    bench/peers/faster_whisper_once.py MODEL RECORDING

MODEL is a folder of CTranslate2's. Prints the words, and the processor seconds that had passed when the model was loaded:

    {"words": [{"text": "so", "start": 0.0, "end": 0.24, "probability": 0.98}], "startSeconds": 1.9}
"""

import json
import sys
import time

import faster_whisper_peer as peer


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    whisper = peer.model(sys.argv[1])
    ready = time.process_time()
    segments, _ = peer.transcribe(whisper, sys.argv[2])
    words = [dict(word, text=peer.bare(word["text"])) for word in peer.words(segments)]
    print(json.dumps({"words": [word for word in words if word["text"]], "startSeconds": ready}))


if __name__ == "__main__":
    main()
