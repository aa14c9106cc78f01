"""What the scripts of this folder share: the model of faster-whisper, and its words."""

import os
import sys

# One thread, as the recogniser that it is compared with; read when CTranslate2 is loaded.
os.environ["OMP_NUM_THREADS"] = "1"


def imported():
    """The module faster_whisper; without it the program ends and says how to get it."""
    try:
        import faster_whisper
    except ImportError as error:
        sys.exit(f"{os.path.basename(sys.argv[0])}: faster-whisper is missing ({error}); see bench/peers/README.md")
    return faster_whisper


def model(folder):
    """The model in a folder of CTranslate2's, in 32-bit floats."""
    return imported().WhisperModel(folder, device="cpu", compute_type="float32", cpu_threads=1, num_workers=1)


def transcribe(whisper, audio, prompt=None, language="en", word_times=True):
    """The segments of a recording, all of them computed, and its length in seconds: a beam of 5, no speech detector,
    nothing of one window told to the next."""
    segments, info = whisper.transcribe(
        audio, language=language, beam_size=5, condition_on_previous_text=False, vad_filter=False,
        word_timestamps=word_times, initial_prompt=prompt)
    return list(segments), info.duration


def words(segments):
    """The words with their times. What does not begin with a blank belongs to the word before it ("well", "-known")."""
    found = []
    for segment in segments:
        for number, word in enumerate(segment.words or []):
            if found and number and not word.word.startswith(" "):
                last = found[-1]
                last["text"] += word.word
                last["end"] = word.end
                last["probability"] *= word.probability
            else:
                found.append({"text": word.word.strip(), "start": word.start, "end": word.end,
                              "probability": word.probability})
    return found


def bare(text):
    """A word as it is compared: lower case, without the signs around it, those kept that are part of it (".NET", "C++")."""
    text = text.strip().lower().replace("’", "'")
    first = next((place for place, sign in enumerate(text) if sign.isalnum()), None)
    if first is None:
        return ""
    end = max(place for place, sign in enumerate(text) if sign.isalnum()) + 1
    if text[:first].endswith(".") and not text[:first].endswith(".."):
        first -= 1
    if first and text[first - 1] in "$€£":
        first -= 1
    while end < len(text) and text[end] in "+#%":
        end += 1
    return text[first:end]
