import Practice
import Synchronization

/// What is true of the answer that is being given, as whoever records it, whoever hears it and the client tell it.
final class LiveMoment: Sendable {
    private struct State {
        var teller = AnswerTeller()
        var hasSpeech = false
        var isPlaying = false
        var isGiven = false
        var isSkipped = false
        var isLeft = false
        /// Whether sound belongs to the answer still.
        var isRecording = false
        var wantsPartials = true
        /// What is done when nothing is being recorded.
        var whenKept: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())
    private let journal: LiveJournal

    init(journal: LiveJournal) { self.journal = journal }

    /// An answer begins, of which something may be kept already.
    func begin(keptSeconds: Double) {
        state.withLock { state in
            let before = state
            state = State()
            state.isPlaying = before.isPlaying
            state.isLeft = before.isLeft
            state.wantsPartials = before.wantsPartials
            state.whenKept = before.whenKept
            state.hasSpeech = keptSeconds > 0
            state.isRecording = true
        }
    }

    /// Nothing is being recorded any more.
    func end() {
        let next = state.withLock { state in
            state.isRecording = false
            return state.whenKept
        }
        next?()
    }

    /// Does something as soon as what is being recorded is an answer, at once when that is nothing.
    func whenKept(_ next: @escaping @Sendable () -> Void) {
        let isRecording = state.withLock { state in
            state.whenKept = next
            return state.isRecording
        }
        if !isRecording { next() }
    }

    /// Tells what a recording tells.
    func take(_ event: RecordingEvent) {
        if case .kept = event { return end() }
        state.withLock { state in
            for told in state.teller.events(of: event) {
                if case .speech(let seconds) = told {
                    state.hasSpeech = true
                    if state.isPlaying {
                        state.isPlaying = false
                        journal.add(.bargeIn(atSeconds: seconds))
                    }
                }
                journal.add(.answer(told))
            }
        }
    }

    /// The client plays the question, or has played it.
    func setPlaying(_ isPlaying: Bool) { state.withLock { $0.isPlaying = isPlaying } }

    /// Whether the client wants the text so far.
    func setPartials(_ areWanted: Bool) { state.withLock { $0.wantsPartials = areWanted } }

    /// Whether the client wants the text so far.
    var wantsPartials: Bool { state.withLock { $0.wantsPartials } }

    /// Whether sound belongs to the answer still.
    var isRecording: Bool { state.withLock { $0.isRecording } }

    /// The candidate has answered.
    func give() { state.withLock { $0.isGiven = true } }

    /// The candidate does not want to answer; false, and nothing is done, when that was done already.
    func skip() -> Bool {
        state.withLock { state in
            if !state.isGiven { state.isSkipped = true }
            return state.isSkipped
        }
    }

    /// The candidate is gone.
    func leave() { state.withLock { $0.isLeft = true } }

    /// Whether the candidate does not want to answer.
    var isSkipped: Bool { state.withLock { $0.isSkipped } }

    /// Whether what was recorded is an answer: of somebody who is gone it is one when there is speech in it.
    var isWanted: Bool { state.withLock { !$0.isSkipped && (!$0.isLeft || $0.hasSpeech) } }
}
