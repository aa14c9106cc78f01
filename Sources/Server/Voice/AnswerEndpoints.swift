import HTTPTypes
import Hummingbird
import Records
import Service
import Web

/// The answers of an interview: their attempts, recordings and corrections.
struct AnswerEndpoints: Sendable {
    private static let root = InterviewEndpoints.root + "/{id}/answers/{answer}"
    private static let tag = "answers"

    /// The service.
    let service: VivaService

    private static let transcript = RequestField<String>(
        "transcript", "What was said, in the words of its speaker.", schema: .text(length: 1...100_000))
    private static let correction = RequestForm("AnswerCorrection", [transcript])

    private static let state = [409: "It does not fit the state of the interview or of the answer."]

    var endpoints: [Endpoint] { reading + changing }

    private var reading: [Endpoint] {
        [
            Endpoint(
                .get, Self.root, of: Self.tag, "Show an answer", name: "showAnswer",
                reply: .one(AnswerReply.form)
            ) { call in
                try await service.answer(call.number("answer"), of: call.record(), for: call.requester)
            },
            Endpoint(
                .get, Self.root + "/takes", of: Self.tag, "List all attempts at the question of an answer",
                name: "listTakes", reply: .one(AnswerReply.list)
            ) { call in
                try await service.takes(
                    besides: call.number("answer"), of: call.record(), for: call.requester)
            },
            Endpoint(
                .get, Self.root + "/recording", of: Self.tag, "Hear an answer", name: "hearAnswer",
                reply: .file(["audio/wav"], "The recording."),
                refusals: [416: "The recording has no such bytes."]
            ) { call in
                let reader = try await service.recording(
                    ofAnswer: call.number("answer"), of: call.record(), for: call.requester)
                return try await FileReply(reader, as: "audio/wav").response(to: call.request)
            },
        ]
    }

    private var changing: [Endpoint] {
        [
            Endpoint(
                .patch, Self.root, of: Self.tag, "Correct the transcript of an answer, which is judged again",
                name: "correctAnswer", body: Self.correction, reply: .one(AnswerReply.form),
                refusals: Self.state
            ) { call in
                try await service.correct(
                    call.number("answer"), of: call.record(), as: call.body[Self.transcript],
                    for: call.requester)
            },
            Endpoint(
                .post, Self.root + "/judge", of: Self.tag, "Judge an answer once more", name: "judgeAnswer",
                reply: .oneOrJob(AnswerReply.form), refusals: Self.state
            ) { call in
                let judging = try await service.judgeAgain(
                    call.number("answer"), of: call.record(), for: call.requester)
                switch judging {
                case .done(let answer): return .done(answer)
                case .job(let job): return try await service.waited(job, for: call)
                }
            },
            Endpoint(
                .post, Self.root + "/choose", of: Self.tag,
                "Let an attempt count in the place of the last one",
                name: "chooseTake", reply: .one(AnswerReply.form), refusals: Self.state
            ) { call in
                try await service.choose(call.number("answer"), of: call.record(), for: call.requester)
            },
        ]
    }
}
