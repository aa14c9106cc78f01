/// What an interview that is to be killed said was done, a line each.
enum Acknowledgement: Equatable {
    /// The interview can be worked on, under this number.
    case opened(number: Int64)
    /// So much of an answer was recorded, in seconds.
    case recorded(AnswerPlace, seconds: Double)
    /// An answer is kept.
    case kept(AnswerPlace)
    /// An answer is judged, with this score of 0 to 100; `nil` where too little was heard.
    case judged(AnswerPlace, score: Double?)
    /// The interview is over.
    case finished

    /// The line.
    var line: String {
        switch self {
        case .opened(let number): "opened \(number)"
        case .recorded(let place, let seconds): "recorded \(place) \(seconds)"
        case .kept(let place): "kept \(place)"
        case .judged(let place, let score): "judged \(place) \(score.map { "\($0)" } ?? "-")"
        case .finished: "finished"
        }
    }

    /// What a whole line says; `nil` for one of another kind.
    init?(line: String) {
        let words = line.split(separator: " ").map(String.init)
        let place = words.count > 2 ? AnswerPlace(words[1], words[2]) : nil
        switch (words.first, words.count) {
        case ("opened", 2):
            guard let number = Int64(words[1]) else { return nil }
            self = .opened(number: number)
        case ("recorded", 4):
            guard let place, let seconds = Double(words[3]) else { return nil }
            self = .recorded(place, seconds: seconds)
        case ("kept", 3):
            guard let place else { return nil }
            self = .kept(place)
        case ("judged", 4):
            guard let place else { return nil }
            self = .judged(place, score: Double(words[3]))
        case ("finished", 1): self = .finished
        default: return nil
        }
    }

    /// What was being done after it, for the table of when programs were killed.
    var phase: Phase {
        switch self {
        case .opened, .judged: .betweenAnswers
        case .recorded: .recording
        case .kept: .analysing
        case .finished: .ending
        }
    }

    /// What a program was doing when it was killed.
    enum Phase: String, CaseIterable {
        case opening, betweenAnswers = "asking, choosing", recording, analysing, ending
    }
}

/// Which answer of an interview.
struct AnswerPlace: Hashable, CustomStringConvertible {
    /// Its question, counted from 1.
    var turn: Int
    /// Which attempt, counted from 1.
    var take: Int

    var description: String { "\(turn) \(take)" }
}

extension AnswerPlace {
    fileprivate init?(_ turn: String, _ take: String) {
        guard let turn = Int(turn), let take = Int(take) else { return nil }
        self.init(turn: turn, take: take)
    }
}
