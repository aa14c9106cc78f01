import Foundation
import Interview
import Programs
import TestSupport
import Testing

@testable import Documents

@Suite struct DocumentReaderTests {
    private func failure(
        _ bytes: [UInt8], name: String = "resume", reader: DocumentReader = DocumentReader(limits: .patient)
    ) async -> DocumentError? {
        do {
            _ = try await reader.read(bytes, name: name)
            return nil
        } catch {
            return error
        }
    }

    private func failure(_ path: String) async -> DocumentError? {
        do {
            _ = try await DocumentReader(limits: .patient).read(path)
            return nil
        } catch {
            return error
        }
    }

    // MARK: Plain text

    @Test func textIsTidiedAndKnownByItsBytes() async throws {
        let folder = try TestFolder()
        let path = try folder.write(
            "\u{FEFF}Ada\r\n\u{F0B7} of\u{FB01}ce\u{A0}work  \r\n\r\n\r\nNew\u{C}page\n", to: "-resume.pdf")
        let found = try await DocumentReader(limits: .patient).read(path)
        #expect(found.text == "Ada\n• office work\n\nNew\n\npage")
        #expect(found.format == .plainText && found.method == .plainText && found.warnings.isEmpty)
        #expect(found.contentHash.count == 64)
        let again = try await DocumentReader(limits: .patient).read(
            folder.bytes("-resume.pdf"), name: "other")
        #expect(again.contentHash == found.contentHash)
        let resume = Resume(
            found, path: path, roles: RoleFinder(roles: []), catalogue: SkillCatalogue())
        #expect(resume.fileName == "-resume.pdf" && resume.contentHash == found.contentHash)
        #expect(resume.text == found.text && UUID(uuidString: resume.id) != nil)
    }

    @Test(arguments: [
        ("PK\u{3}\u{4}rest", "save it as PDF first"), ("{\\rtf1", "an RTF document"),
        ("GIF89a", "save it as PNG"),
        ("a\u{0}b", "a binary file"),
    ])
    func otherFormatsAreRefusedWithWhatIsAccepted(content: String, message: String) async throws {
        let failure = await failure(Array(content.utf8))
        guard case .refused = failure else {
            Issue.record("\(failure.debugDescription)")
            return
        }
        let said = "\(try #require(failure))"
        #expect(said.contains(message) && said.contains("PDF, PNG, JPEG, TIFF and plain text"), "\(said)")
    }

    @Test func whatHoldsNoWordsIsSaid() async {
        #expect(await failure([]) == .empty(path: "resume"))
        #expect(await failure(Array(" \n--\n".utf8)) == .noText(path: "resume", format: .plainText))
        #expect(await failure([0x4A, 0xF6, 0x72, 0x67]) == .notUTF8(path: "resume"))
    }

    @Test func aTextThatMentionsPDFIsText() async throws {
        let found = try await DocumentReader(limits: .patient).read(
            Array("I wrote a parser of %PDF-1.7".utf8), name: "x")
        #expect(found.format == .plainText)
    }

    @Test func limitsAreSaidByNumber() async {
        var reader = DocumentReader(limits: .patient)
        reader.limits.characters = 10
        let long = Array("a longer text".utf8)
        #expect(await failure(long, reader: reader) == .tooMuchText(path: "resume", limitCharacters: 10))
        reader.limits.bytes = 5
        #expect(await failure(long, reader: reader) == .tooLarge(path: "resume", limitBytes: 5))
    }

    // MARK: Paths

    @Test func whatIsNoFileIsSaid() async throws {
        let folder = try TestFolder()
        #expect(await failure(folder.path) == .notAFile(path: folder.path, what: "a folder"))
        #expect(await failure(folder.file("none")) == .notFound(path: folder.file("none")))
        let device = await failure("/dev/zero")
        #expect(device == .notAFile(path: "/dev/zero", what: "a device or a pipe"))
    }

    #if canImport(Glibc)
        @Test func aCircleOfLinksAndAPipeEndAtOnce() async throws {
            let folder = try TestFolder()
            #expect(symlink(folder.file("b"), folder.file("a")) == 0)
            #expect(symlink(folder.file("a"), folder.file("b")) == 0)
            let circle = await failure(folder.file("a"))
            #expect(
                circle
                    == .cannotRead(path: folder.file("a"), reason: "its symbolic links lead in a circle"))
            #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
            let pipe = await failure(folder.file("pipe"))
            #expect(pipe == .notAFile(path: folder.file("pipe"), what: "a device or a pipe"))
        }
    #endif

    // MARK: Missing programs

    @Test func aMissingProgramIsNamedWithItsPackage() async throws {
        let reader = DocumentReader(programs: SearchPath(directories: []))
        let pdf = await failure(PDFBytes(texts: ["Ada"]).bytes, reader: reader)
        guard case .programMissing(_, "pdfinfo", "poppler-utils", _) = pdf else {
            Issue.record("\(pdf.debugDescription)")
            return
        }
        #expect("\(try #require(pdf))".contains("apt-get install poppler-utils"))
        let image = await failure(PortableGreyMap.noise(width: 8, height: 8).tiff(), reader: reader)
        guard case .programMissing(_, "tesseract", "tesseract-ocr", _) = image else {
            Issue.record("\(image.debugDescription)")
            return
        }
    }

    @Test func pagesOfTIFFAreCountedAndCirclesEnd() {
        let picture = PortableGreyMap.noise(width: 2, height: 2)
        #expect(TIFFPages.count(picture.tiff(pages: 3)) == 3)
        #expect(TIFFPages.count([0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 0, 0, 8, 0, 0, 0]) == 1)
        #expect(TIFFPages.count([0x4D, 0x4D, 0, 0x2A, 0xFF]) == 1)
    }
}
