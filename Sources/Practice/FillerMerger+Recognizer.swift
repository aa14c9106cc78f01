import Delivery
import Speech

extension FillerMerger {
    /// A merger for what a recogniser hears.
    init(for recognizer: any Recognizer) {
        self.init(configuration: recognizer.mistakesFilledPauses ? Configuration() : .betweenWords)
    }
}
