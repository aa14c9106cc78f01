import Foundation

extension Phone {
    /// How unlike two phones sound, 0 for the same to 1: vowels by the distance of their places in the mouth, consonants by
    /// place, manner and voice; a vowel and a consonant have nothing in common.
    ///
    /// The places are those of the chart of the International Phonetic Alphabet; how much each counts is a working rule.
    public func difference(to other: Phone) -> Double {
        if self == other { return 0 }
        switch (sound, other.sound) {
        case (.vowel(let openness, let backness), .vowel(let otherOpenness, let otherBackness)):
            let distance = hypot(openness - otherOpenness, 1.2 * (backness - otherBackness))
            return min(0.8, 0.15 + distance / 4)
        case (
            .consonant(let place, let manner, let isVoiced),
            .consonant(let place2, let manner2, let isVoiced2)
        ):
            let ofPlace = min(1, Double(abs(place - place2)) / 3) * 0.35
            let ofVoice = isVoiced == isVoiced2 ? 0 : 0.2
            return min(1, 0.1 + ofPlace + manner.difference(to: manner2) + ofVoice)
        default: return 1
        }
    }

    /// How much it counts that the phone is missing or too many: less for those that speakers swallow.
    var weight: Double {
        switch self {
        case .ah, .ih, .hh, .t, .d: 0.5
        default: 0.75
        }
    }

    private enum Manner {
        case stop, affricate, fricative, nasal, liquid, glide

        func difference(to other: Manner) -> Double {
            switch (self, other) {
            case _ where self == other: 0
            case (.stop, .affricate), (.affricate, .stop), (.affricate, .fricative), (.fricative, .affricate),
                (.liquid, .glide), (.glide, .liquid):
                0.2
            case (.stop, .nasal), (.nasal, .stop), (.stop, .fricative), (.fricative, .stop): 0.3
            default: 0.4
            }
        }
    }

    private enum Sound {
        /// Closed 0 to open 3, and front 0 to back 2; a diphthong where it begins.
        case vowel(openness: Double, backness: Double)
        /// From the lips, 0, to the glottis, 7.
        case consonant(place: Int, manner: Manner, isVoiced: Bool)
    }

    private var sound: Sound {
        switch self {
        case .aa: .vowel(openness: 3, backness: 2)
        case .ae: .vowel(openness: 3, backness: 0)
        case .ah: .vowel(openness: 2, backness: 1)
        case .ao: .vowel(openness: 2.5, backness: 2)
        case .aw: .vowel(openness: 3, backness: 1.3)
        case .ay: .vowel(openness: 3, backness: 1)
        case .eh: .vowel(openness: 2, backness: 0)
        case .er: .vowel(openness: 1.5, backness: 1)
        case .ey: .vowel(openness: 1.2, backness: 0)
        case .ih: .vowel(openness: 0.7, backness: 0.3)
        case .iy: .vowel(openness: 0, backness: 0)
        case .ow: .vowel(openness: 1.5, backness: 2)
        case .oy: .vowel(openness: 1.5, backness: 1.7)
        case .uh: .vowel(openness: 0.7, backness: 1.7)
        case .uw: .vowel(openness: 0, backness: 2)
        case .p: .consonant(place: 0, manner: .stop, isVoiced: false)
        case .b: .consonant(place: 0, manner: .stop, isVoiced: true)
        case .m: .consonant(place: 0, manner: .nasal, isVoiced: true)
        case .w: .consonant(place: 0, manner: .glide, isVoiced: true)
        case .f: .consonant(place: 1, manner: .fricative, isVoiced: false)
        case .v: .consonant(place: 1, manner: .fricative, isVoiced: true)
        case .th: .consonant(place: 2, manner: .fricative, isVoiced: false)
        case .dh: .consonant(place: 2, manner: .fricative, isVoiced: true)
        case .t: .consonant(place: 3, manner: .stop, isVoiced: false)
        case .d: .consonant(place: 3, manner: .stop, isVoiced: true)
        case .n: .consonant(place: 3, manner: .nasal, isVoiced: true)
        case .s: .consonant(place: 3, manner: .fricative, isVoiced: false)
        case .z: .consonant(place: 3, manner: .fricative, isVoiced: true)
        case .l: .consonant(place: 3, manner: .liquid, isVoiced: true)
        case .r: .consonant(place: 4, manner: .liquid, isVoiced: true)
        case .sh: .consonant(place: 4, manner: .fricative, isVoiced: false)
        case .zh: .consonant(place: 4, manner: .fricative, isVoiced: true)
        case .ch: .consonant(place: 4, manner: .affricate, isVoiced: false)
        case .jh: .consonant(place: 4, manner: .affricate, isVoiced: true)
        case .y: .consonant(place: 5, manner: .glide, isVoiced: true)
        case .k: .consonant(place: 6, manner: .stop, isVoiced: false)
        case .g: .consonant(place: 6, manner: .stop, isVoiced: true)
        case .ng: .consonant(place: 6, manner: .nasal, isVoiced: true)
        case .hh: .consonant(place: 7, manner: .fricative, isVoiced: false)
        }
    }
}

extension Pronunciation {
    /// How unlike two pronunciations sound: the least sum of differences over all ways to lay their phones side by side,
    /// 0 for the same (Levenshtein's distance with weights).
    public func difference(to phones: [Phone]) -> Double {
        var row = [0.0]
        for phone in phones { row.append(row[row.count - 1] + phone.weight) }
        for phone in self.phones {
            var next = [row[0] + phone.weight]
            for (place, other) in phones.enumerated() {
                next.append(
                    min(
                        row[place] + phone.difference(to: other), row[place + 1] + phone.weight,
                        next[place] + other.weight))
            }
            row = next
        }
        return row[row.count - 1]
    }
}
