import Signal
import Speech

/// Where people stop speaking in a recording.
enum SpeechEnds {
    /// The ends of its utterances, in seconds. Where speech was only split because it goes on for long, nobody stopped.
    static func seconds(in samples: [Float]) -> [Double] {
        var segmenter = Segmenter()
        let events = segmenter.process(AudioBuffer(samples: samples)) + segmenter.finish()
        var utterances: [Utterance] = []
        for case .closed(let utterance) in events { utterances.append(utterance) }
        return utterances.indices.filter { place in
            // The two halves of a split join without a gap.
            place + 1 == utterances.count
                || utterances[place + 1].audio.startSample > utterances[place].audio.endSample
        }.map { utterances[$0].speech.endSeconds }
    }
}
