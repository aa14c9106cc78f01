import Archive
import Audio
import Evaluation
import FoundationEssentials
import Interview
import Recordings
import Records
import Speech

/// What was said to be done in an interview, and whether the archive has all of it.
struct KeptAnswers {
    /// The interview's number; `nil` until it was opened.
    private(set) var number: Int64?
    /// Whether it was said to be over.
    private(set) var isFinished = false
    private var kept: Set<AnswerPlace> = []
    private var scores: [AnswerPlace: Double?] = [:]
    /// What was recorded of an answer that was not said to be kept, in seconds.
    private var recordedSeconds: [AnswerPlace: Double] = [:]

    /// What an earlier program had recorded and a later one asked for again.
    private var askedAgain: [AnswerPlace: Double] = [:]

    /// Notes what a program said, from its beginning to its end.
    mutating func note(_ acknowledgements: [Acknowledgement]) {
        let before = recordedSeconds
        for acknowledgement in acknowledgements {
            switch acknowledgement {
            case .opened(let number): self.number = number
            case .recorded(let place, let seconds):
                if let earlier = before[place] { askedAgain[place] = earlier }
                recordedSeconds[place] = seconds
            case .kept(let place):
                kept.insert(place)
                recordedSeconds[place] = nil
            case .judged(let place, let score):
                // One that was broken off while it was recorded counts as far as it came.
                if recordedSeconds[place] == nil { kept.insert(place) }
                scores[place] = score
            case .finished: isFinished = true
            }
        }
    }

    /// What is missing or other than it was given, a sentence each.
    ///
    /// - Parameter recording: what answers are pieces of.
    func problems(in archive: Archive, recording: [Float]) async throws -> [String] {
        guard let number else { return [] }
        let interview = try await archive.records.interview(.number(number)).interview
        let stored = try await archive.records.recordings(of: number)
        var problems: [String] = []
        func take(_ place: AnswerPlace) -> Take? {
            interview.turns.first { $0.number == place.turn }?.takes.first { $0.number == place.take }
        }
        for (place, score) in scores where take(place)?.heardEvaluation?.overall != score {
            problems.append("answer \(place) has another score than it was given, or none")
        }
        for place in kept {
            guard let take = take(place) else {
                problems.append("answer \(place) was kept and is gone")
                continue
            }
            problems += try await self.problems(
                of: take, at: place, stored, archive, recording, leastSeconds: nil)
        }
        for (place, seconds) in askedAgain {
            problems.append("\(seconds) s of answer \(place) were recorded and it was asked for again")
        }
        // What was being recorded when it was killed is an answer once the interview was gone on with.
        for (place, seconds) in recordedSeconds where isFinished {
            guard let take = take(place) else {
                problems.append("\(seconds) s of answer \(place) were recorded and are gone")
                continue
            }
            problems += try await self.problems(
                of: take, at: place, stored, archive, recording, leastSeconds: seconds)
        }
        if isFinished, !interview.state.isOver {
            problems.append("it was finished and is \(interview.state)")
        }
        return problems.map { "interview \(number): \($0)" }
    }

    /// - Parameter leastSeconds: how long the recording must be at least; `nil` where it must be whole.
    private func problems(
        of take: Take, at place: AnswerPlace, _ stored: [String: KeptRecording], _ archive: Archive,
        _ recording: [Float], leastSeconds: Double?
    ) async throws -> [String] {
        let answer = ScriptedAnswer(place: place)
        switch take.source {
        case .typed(let text): return text == answer.text ? [] : ["answer \(place) has other words"]
        case .spoken(let name):
            guard let address = stored[name]?.address, let id = RecordingID(address) else {
                return ["answer \(place) has no recording"]
            }
            let samples = try await TemporaryFolder.use { folder in
                try archive.vault.copy(id, to: folder + "/answer.wav")
                return try await BenchSamples.read(folder + "/answer.wav")
            }
            let given = answer.samples(of: recording)
            let least = leastSeconds.map { AudioBuffer.sample($0) } ?? given.count
            guard samples.count >= least, samples.count <= given.count else {
                return [
                    "answer \(place) has \(samples.count) of \(given.count) samples, at least \(least) were recorded"
                ]
            }
            // Written with 16 bits.
            guard zip(samples, given).allSatisfy({ abs($0 - $1) < 2.0 / 32768 }) else {
                return ["answer \(place) sounds otherwise than it was given"]
            }
            return []
        }
    }
}
