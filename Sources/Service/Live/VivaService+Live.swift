import Accounts
import Archive
import Interview
import Practice
import Records
import Speech

extension VivaService {
    /// The number of an interview that somebody may answer now.
    ///
    /// - Throws: `ServiceError`; `conflict` for one that is over.
    func answerable(_ name: RecordName, for requester: Requester) async throws(ServiceError) -> Int64 {
        try await attempt {
            let sheet = try await sheet(name, to: .answer, for: requester)
            guard !sheet.interview.state.isOver else { throw InterviewError.isOver(sheet.interview.state) }
            return sheet.number
        }
    }

    /// Refuses a question that an interview has not.
    ///
    /// - Throws: `ServiceError.notFound`.
    func requireQuestion(
        _ question: Int64, of number: Int64, for requester: Requester
    ) async throws(ServiceError) {
        try await attempt {
            let sheet = try await sheet(.number(number), to: .answer, for: requester)
            guard sheet.question(question) != nil else {
                throw ServiceError.notFound(kind: "question", name: "\(question) in session \(number)")
            }
        }
    }

    /// The room of an interview that is held aloud, with ears of its own. An answer that was cut short can be gone on with.
    ///
    /// - Throws: `ServiceError`; `busy` when somebody else works on the interview for too long.
    func liveRoom(
        _ number: Int64, hearing recognizer: any Recognizer, speaking synthesizer: (any Synthesizer)?,
        for requester: Requester
    ) async throws(ServiceError) -> PracticeRoom {
        try await attempt {
            let sheet = try await sheet(.number(number), to: .answer, for: requester)
            if !sheet.interview.state.isOver, sheet.interview.plan.fixed?.isEmpty == true {
                try await settleQuestions(of: sheet, for: requester)
            }
            let bank =
                sheet.interview.plan.fixed == nil ? try await self.bank(for: requester) : try QuestionBank([])
            var equipment = equipment(hearing: recognizer)
            equipment.synthesizer = synthesizer
            return try await waiting { [equipment] in
                try await PracticeRoom.resume(
                    .number(number), bank: bank, equipment: equipment, archive: archive, leftovers: .kept)
            }
        }
    }

    /// Takes in and judges an answer that was cut short.
    ///
    /// - Throws: `ServiceError`; `busy` when somebody works on the interview.
    func takeIn(_ number: Int64, hearing recognizer: any Recognizer) async throws(ServiceError) {
        try await attempt {
            let room = try await PracticeRoom.resume(
                .number(number), bank: try QuestionBank([]), equipment: equipment(hearing: recognizer),
                archive: archive)
            let result: Result<Void, any Error>
            do {
                if await room.interview.phase == .analysing { _ = try await room.judge() }
                result = .success(())
            } catch { result = .failure(error) }
            await room.leave()
            try result.get()
        }
    }

    private func equipment(hearing recognizer: any Recognizer) -> PracticeEquipment {
        var equipment = tools.equipment
        equipment.recognizers = RecognizerSet { recognizer }
        // Who speaks from elsewhere learns nothing of the machine.
        equipment.failureReason = { [notice = equipment.notice] error in
            notice("A spoken answer could not be heard and judged: \(error)")
            return JobFailure(error).sentence
        }
        return equipment
    }
}
