import Delivery
import Speech

extension Recognizer {
    /// What brings its words and the sound of filled pauses together.
    var fillerMerging: any FillerMerging {
        mistakesFilledPauses ? FillerMerger() : FoundFillerMerger()
    }
}
