import Speech
import Testing

@testable import Web

/// Requests are checked against the schema that is documented, and read in the same step.
struct RequestFormTests {
    private enum Level: String, RequestValue, CaseIterable {
        case junior, senior
    }

    private static let role = RequestField<String>("role", "The role.", schema: .text(length: 3...20))
    private static let count = RequestField<Int>("count", "How many.", schema: .integer(1...20), usual: 5)
    private static let level = RequestField<Level>("level", "How hard.", usual: .junior)
    private static let resume = RequestField<Int64?>(optional: "resume", "A resume.")
    private static let form = RequestForm("Start", [role, count, level, resume], ignoring: ["id"])

    @Test func valuesAreReadAndThoseThatAreNotThereHaveUsualOnes() throws {
        let values = try Self.form.values(of: ["role": "Baker", "level": "senior", "id": 7])
        #expect(values[Self.role] == "Baker")
        #expect(values[Self.count] == 5)
        #expect(values[Self.level] == .senior)
        #expect(values[Self.resume] == nil)
        #expect(values.has(Self.level) && !values.has(Self.count))
    }

    @Test func nullStandsForAnOptionalValue() throws {
        let values = try Self.form.values(of: ["role": "Baker", "resume": .null])
        #expect(values[Self.resume] == nil)
        #expect(values.has(Self.resume))
    }

    @Test(
        arguments: [
            (["role": "ab"], "role must have 3 characters or more."),
            ([:], "role is required."),
            (["role": 3], "role must be a text, and is a number."),
            (["role": "Baker", "count": 21], "count must be at most 20."),
            (["role": "Baker", "count": 1.5], "count must be a whole number."),
            (["role": "Baker", "count": .null], "count must be a whole number, and is null."),
            (["role": "Baker", "level": "expert"], "level must be one of junior, senior."),
            (["role": "Baker", "colour": "red"], "colour is not known here."),
            (["role": "Ba\u{0}ker"], "role must not have a zero character."),
            ([1, 2], "The document must be an object, and is a list."),
        ] as [(JSONValue, String)])
    func whatDoesNotFitIsSaid(json: JSONValue, reason: String) {
        let fault = #expect(throws: RequestFaults.self) { try Self.form.values(of: json) }
        #expect(fault?.description == reason)
    }

    @Test func aValueMayBeOfSeveralKinds() {
        let schema = JSONSchema.either([.integer(1...9), .pattern("^[a-f]{3}$")], asked: "a digit or a name")
        for good: JSONValue in [1, 9, "abc"] { #expect(schema.faults(in: good).isEmpty) }
        for bad: JSONValue in [0, 1.5, "abg", "abcd", .null, []] {
            #expect(schema.faults(in: bad).map(\.reason) == ["must be a digit or a name"])
        }
        #expect(schema.value(ofQuery: "7") == 7)
        #expect(schema.value(ofQuery: "abc") == "abc")
    }

    @Test func whatIsWrongManyTimesIsNotToldAsOften() {
        let long = String(repeating: "x", count: 5000)
        let unknown = JSONValue.object(
            Dictionary(uniqueKeysWithValues: (0..<60_000).map { ("\(long.prefix($0 % 500))\($0)", 1) }))
        let lists = JSONSchema.list(
            .object(ObjectSchema("Pair", [.init("a", "", .text()), .init("b", "", .text())])))
        let wrong = JSONValue.list((0..<900).map { ["a": .number(Double($0))] })
        let names = JSONSchema.dictionary(.integer())
        let texts = JSONValue.object(
            Dictionary(uniqueKeysWithValues: (0..<900).map { (long + "\($0)", "text") }))
        for (schema, value) in [(Self.form.schema, unknown), (lists, wrong), (names, texts)] {
            let faults = schema.faults(in: value)
            #expect(faults.count == SchemaFault.limit)
            #expect(faults.allSatisfy { $0.place.count < 120 })
        }
        // What is required is told before what is not known.
        #expect(Self.form.schema.faults(in: unknown).first == SchemaFault("role", "is required"))
    }

    @Test func textsOfAnAddressBecomeWhatIsAskedFor() {
        #expect(JSONSchema.integer().value(ofQuery: "20") == 20)
        #expect(JSONSchema.integer().value(ofQuery: "2x") == "2x")
        #expect(JSONSchema.boolean.value(ofQuery: "TRUE") == true)
        #expect(JSONSchema.nullable(.text()).value(ofQuery: "") == .null)
        #expect(JSONSchema.text().value(ofQuery: "20") == "20")
    }
}
