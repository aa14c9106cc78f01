import Speech

/// How each question of an interview that is to be killed is answered: all ways there are, each with words or sound of
/// its own, so that what was kept can be held against what was given.
struct ScriptedAnswer {
    /// In which way an answer is given.
    enum Way: CaseIterable {
        case spoken, recorded, typed
    }

    let place: AnswerPlace

    /// The way.
    var way: Way { Way.allCases[(place.turn + place.take) % Way.allCases.count] }

    /// Whether the question is answered once more after this answer.
    var isRepeated: Bool { place.take == 1 && place.turn % 2 == 1 }

    /// The words of a typed answer.
    var text: String {
        "Answer \(place.turn)-\(place.take): I measured the query first, added an index on the account, and the page "
            + "took 40 ms in place of 3 s. Then I wrote a test that fails when it grows slow again."
    }

    /// The sound of an answer: a piece of a recording, at a place and of a length of its own.
    func samples(of recording: [Float]) -> [Float] {
        let length = AudioBuffer.sample(3.0 + 0.5 * Double(place.take) + 0.25 * Double(place.turn % 3))
        let start = AudioBuffer.sample(1.7 * Double(place.turn) + 0.9 * Double(place.take))
        return (start..<start + length).map { recording[$0 % recording.count] }
    }
}
