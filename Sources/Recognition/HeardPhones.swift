import Speech

/// The phones that are heard in a piece of an utterance without knowing any word, each with the frame of its middle.
struct HeardPhones {
    var phones: [(phone: Phone, middle: Double)]

    /// Those among some tokens: the marks of silence and noise are no phones.
    init(_ tokens: [Decoder.Token]) {
        phones = tokens.compactMap { token in
            Phone(rawValue: token.text).map { (phone: $0, middle: token.middle) }
        }
    }
}
