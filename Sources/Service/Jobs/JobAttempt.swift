import Interview
import Records

/// What becomes of a job from when a worker takes it until there is nothing more to say of it: a pure rule.
struct JobAttempt {
    /// What happens.
    enum Event: Sendable, Hashable {
        /// The work ended.
        case ended(JobOutcome)
        /// Somebody else has the job, or it is over.
        case lost
        /// The program ends.
        case stopped
    }

    /// What is done about it.
    enum Action: Sendable, Hashable {
        /// It is kept that the job is done.
        case finish(text: String?)
        /// It is kept what was heard.
        case finishHearing(HeardSpeech)
        /// It is kept that the job is given up.
        case fail(reason: String)
        /// The job is given back, to be taken after so many seconds.
        case giveBack(seconds: Double, JobPause)
    }

    private enum State {
        case working
        /// The job was given back while the work was still ending: it may turn out to be done all the same.
        case givenBack
        case over
    }

    private let pauses: JobPauses
    private let waits: Int
    private let faults: Int
    private let isAnswer: Bool
    private var state = State.working

    /// An attempt.
    ///
    /// - Parameters:
    ///   - waits: how often somebody stood in the way before.
    ///   - faults: how often the machine failed before.
    ///   - isAnswer: whether it hears an answer, which can be judged again.
    init(waits: Int, faults: Int, isAnswer: Bool, pauses: JobPauses) {
        self.waits = waits
        self.faults = faults
        self.isAnswer = isAnswer
        self.pauses = pauses
    }

    /// Takes in what happened.
    ///
    /// - Returns: What is to be done; `nil` for nothing.
    mutating func handle(_ event: Event) -> Action? {
        switch (state, event) {
        case (.over, _), (.givenBack, .stopped), (.givenBack, .lost): return nil
        case (.working, .lost):
            state = .over
            return nil
        case (.working, .stopped):
            state = .givenBack
            return .giveBack(seconds: 0, .nothing)
        case (.givenBack, .ended(let outcome)):
            state = .over
            // What a job that is stopped failed with says nothing about it.
            switch outcome {
            case .done(let text): return .finish(text: text)
            case .heard(let speech): return .finishHearing(speech)
            case .failed, .hindered, .notNow: return nil
            }
        case (.working, .ended(let outcome)):
            state = .over
            return action(after: outcome)
        }
    }

    private func action(after outcome: JobOutcome) -> Action {
        switch outcome {
        case .done(let text): return .finish(text: text)
        case .heard(let speech): return .finishHearing(speech)
        case .failed(let reason): return .fail(reason: reason)
        case .notNow: return .giveBack(seconds: pauses.seconds(afterWaits: waits), .inTheWay)
        case .hindered(let reason):
            guard faults + 1 < pauses.limitFaults else {
                let remedy = isAnswer ? "judge the answer once more" : "send the recording once more"
                return .fail(
                    reason: "\(reason) It was tried \(faults + 1) times: \(remedy) when that is mended.")
            }
            return .giveBack(seconds: pauses.seconds(afterFaults: faults), .fault)
        }
    }
}
