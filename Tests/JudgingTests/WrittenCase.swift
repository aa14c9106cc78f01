import Evaluation
import HTTPClient
import Interview
import Speech

@testable import Judging

/// Questions as a model writes them, which can be used.
enum WrittenCase {
    static let kafka = TemplateSubject(.skill, "Kafka")
    static let wish = QuestionWish(kafka, kinds: [.technical], levels: [.mid, .senior, .junior], count: 2)

    private static func object(
        _ text: String, points: [(String, [JSONValue])], sample: String, followUp: String,
        change: (inout [String: JSONValue]) -> Void
    ) -> JSONValue {
        var fields: [String: JSONValue] = [
            "text": .text(text), "spoken": "", "kind": "technical", "category": "Messaging", "level": "mid",
            "key_points": .list(
                points.map { ["statement": .text($0.0), "variants": .list($0.1), "weight": 1] }),
            "sample_answer": .text(sample), "hints": ["Think of what happens when a consumer is added."],
            "follow_ups": [["key_point": 2, "text": .text(followUp)]], "expected_seconds": 75,
        ]
        change(&fields)
        return .object(fields)
    }

    /// A question about partitions, with changes.
    static func partitions(change: (inout [String: JSONValue]) -> Void = { _ in }) -> JSONValue {
        object(
            "Why does Kafka split a topic into partitions?",
            points: [
                (
                    "Partitions let several consumers read in parallel.",
                    ["read in parallel", "each consumer takes some partitions", "share the work"]
                ),
                (
                    "Order is kept within one partition only.",
                    ["order is only kept within a partition", "no order across partitions", "ordered by key"]
                ),
                (
                    "The key of a message decides on its partition.",
                    ["the key decides the partition", "same key same partition", "hash of the key"]
                ),
            ],
            sample: """
                Kafka splits a topic into partitions so that several consumers can read in parallel and share the work, because a \
                single machine would not keep up with all of the messages. Each consumer of a group takes some partitions. The \
                price is that order is only kept within a partition, and there is no order across partitions. So the key decides \
                the partition: messages with the same key always land in the same partition. For example, in my last project we \
                used the number of the customer as the key, so that all events of one customer stayed in order while four \
                consumers worked side by side.
                """, followUp: "What does that mean for the order of messages?", change: change)
    }

    /// A question about groups of consumers, with changes.
    static func offsets(change: (inout [String: JSONValue]) -> Void = { _ in }) -> JSONValue {
        object(
            "Explain what happens to offsets when a Kafka consumer crashes and another one takes over.",
            points: [
                (
                    "The committed offset says where the next consumer begins.",
                    [
                        "it starts at the committed offset", "last committed offset",
                        "picks up from the offset",
                    ]
                ),
                (
                    "What was read but not committed is read again.",
                    ["messages are read twice", "processed again", "at least once delivery"]
                ),
                (
                    "Processing must be idempotent.",
                    ["handling must be idempotent", "doing it twice does no harm", "ignore duplicates"]
                ),
            ],
            sample: """
                When a consumer crashes, the group gives its partitions to another consumer, and that one starts at the committed \
                offset. So whatever the first one had read but not committed is processed again, which means at least once \
                delivery: some messages are read twice. Therefore the handling must be idempotent, so that doing it twice does no \
                harm. For example, in our payment service we stored the number of each event in the same transaction as its \
                result and ignored duplicates, because a customer must never be charged twice only because a process was \
                restarted in the middle of a batch.
                """, followUp: "What happens to messages that were read and not committed?", change: change)
    }

    /// What a model answers.
    static func answer(_ questions: JSONValue...) -> String {
        JudgePrompt.written(["questions": .list(questions)])
    }
}
