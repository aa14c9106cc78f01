import FoundationEssentials
import HTTPTypes
import Hummingbird
import Practice
import Records
import Service
import Speech
import Web

/// Questions as they are spoken, and when each word of them is.
struct SpeechEndpoints: Sendable {
    /// The service.
    let service: VivaService

    private static let word = ReplyForm<SynthesizedSpeech.SpokenWord>(
        "SpokenWord",
        [
            ReplyField("text", "The word, as it is written.") { $0.text },
            ReplyField("start", "When it begins, in seconds from the beginning of the sound.") {
                $0.time.startSeconds
            },
            ReplyField("end", "When it ends, in seconds.") { $0.time.endSeconds },
        ])

    private static let words = ReplyForm<QuestionVoice.Spoken>(
        "SpokenQuestion",
        [
            ReplyField("engine", "Who speaks.") { $0.engine },
            ReplyField("words", "The words, in their order.", listOf: word) { $0.words },
        ])

    var endpoints: [Endpoint] {
        spoken(
            under: "/api/v1/interview/{id}/questions/{question}/speech", of: PracticeEndpoints.tag,
            name: "Practice"
        ) { (try $0.record(), try $0.number("question")) }
            + spoken(
                under: InterviewEndpoints.root + "/{id}/questions/{question}/speech",
                of: InterviewEndpoints.tag, name: "Interview"
            ) { (try $0.record(), try $0.number("question")) }
            + spoken(under: "/api/questions/{id}/speech", of: "questions", name: "Session") {
                (nil, try $0.number("id"))
            }
    }

    private func spoken(
        under path: String, of tag: String, name: String,
        which: @escaping @Sendable (Call) throws -> (RecordName?, Int64)
    ) -> [Endpoint] {
        [
            Endpoint(
                .get, path, of: tag, "Hear a question", name: "hear\(name)Question",
                reply: .file(["audio/wav"], "The question as it is spoken."),
                refusals: [416: "The sound has no such bytes."]
            ) { call in
                let (interview, question) = try which(call)
                let spoken = try await service.speech(
                    ofQuestion: question, in: interview, for: call.requester)
                return try await Self.file(of: spoken).response(to: call.request)
            },
            Endpoint(
                .get, path + "/words", of: tag, "When each word of a spoken question is said",
                name: "wordsOf\(name)Question", reply: .one(Self.words)
            ) { call in
                let (interview, question) = try which(call)
                return try await service.speech(ofQuestion: question, in: interview, for: call.requester)
            },
        ]
    }

    private static func file(of spoken: QuestionVoice.Spoken) -> FileReply {
        switch spoken.content {
        case .bytes(let bytes):
            FileReply(
                sizeBytes: bytes.count, mediaType: "audio/wav", tag: EntityTag(UUID().uuidString.lowercased())
            ) { Array(bytes[$0.clamped(to: 0..<bytes.count)]) }
        case .file(let path):
            FileReply(
                sizeBytes: spoken.sizeBytes, mediaType: "audio/wav",
                tag: EntityTag(
                    "\(path.split(separator: "/").last ?? "")-\(spoken.sizeBytes)-\(Int64(spoken.date.timeIntervalSince1970 * 1000))"
                ), modified: spoken.date
            ) { try FilePart.bytes(of: path, $0) }
        }
    }
}
