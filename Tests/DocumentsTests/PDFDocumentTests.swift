import Foundation
import Programs
import TestSupport
import Testing

@testable import Documents

@Suite(.enabled(if: Installed.poppler, "poppler-utils or util-linux is not installed"))
struct PDFDocumentTests {
    private func read(
        _ pdf: PDFBytes, limits: DocumentLimits = .patient
    ) async throws(DocumentError) -> DocumentText {
        try await DocumentReader(limits: limits).read(pdf.bytes, name: "resume.pdf")
    }

    private func failure(_ pdf: PDFBytes, limits: DocumentLimits = .patient) async -> DocumentError? {
        await failure(pdf.bytes, limits: limits)
    }

    private func failure(_ bytes: [UInt8], limits: DocumentLimits = .patient) async -> DocumentError? {
        do {
            _ = try await DocumentReader(limits: limits).read(bytes, name: "resume.pdf")
            return nil
        } catch {
            return error
        }
    }

    @Test func pagesOfTextAreRead() async throws {
        let found = try await read(
            PDFBytes(texts: ["Ada Lovelace, analyst\nSkills (all): SQL", "Second page of it"]))
        #expect(found.text.contains("Ada Lovelace, analyst\nSkills (all): SQL"))
        #expect(found.text.contains("\n\nSecond page of it"))
        #expect(found.format == .pdf && found.method == .textLayer && found.pages == 2)
        #expect(found.warnings.isEmpty)
    }

    @Test func aNameLikeAnOptionIsNone() async throws {
        let folder = try TestFolder()
        try folder.write(PDFBytes(texts: ["Ada Lovelace, analyst"]).bytes, to: "-layout")
        #expect(
            try await DocumentReader(limits: .patient).read(folder.file("-layout")).text
                == "Ada Lovelace, analyst")
    }

    @Test func twoColumnsComeOneAfterTheOther() async throws {
        let left = (0..<12).map { (x: 60, y: 760 - $0 * 14, text: "left line number \($0)") }
        let right = (0..<12).map { (x: 330, y: 760 - $0 * 14, text: "right line number \($0)") }
        let text = try await read(PDFBytes(placed: [left + right])).text
        let last = try #require(text.range(of: "left line number 11"))
        let first = try #require(text.range(of: "right line number 0"))
        #expect(last.upperBound <= first.lowerBound, "\(text)")
    }

    @Test func ofAVeryLongOneTheFirstPagesAreRead() async throws {
        let found = try await read(PDFBytes(texts: (1...500).map { "This is the page with number \($0)." }))
        #expect(found.pages == 20 && found.text.hasSuffix("number 20."))
        #expect(found.warnings == ["resume.pdf has 500 pages: the first 20 were read."])
    }

    @Test func aPasswordIsSaid() async {
        var pdf = PDFBytes(texts: ["Ada"])
        let key = String(repeating: "41", count: 32)
        pdf.trailer =
            "/Encrypt << /Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -4 >> /ID [<41> <41>]"
        #expect(await failure(pdf) == .encrypted(path: "resume.pdf"))
    }

    @Test func withoutPagesThereIsNothing() async {
        var pdf = PDFBytes(texts: [])
        #expect(await failure(pdf) == .noPages(path: "resume.pdf"))
        pdf.claimedCount = 3
        #expect(await failure(pdf) != nil)
    }

    @Test func whatIsCutOffOrNoPDFIsDamaged() async {
        let whole = PDFBytes(texts: [
            "Ada Lovelace wrote the first program, for a machine that was never built."
        ]).bytes
        for bytes in [
            Array(whole.prefix(whole.count / 4)), Array("%PDF-1.7".utf8), Array("%PDF-1.4\n%%EOF".utf8),
        ] {
            let failure = await failure(bytes)
            guard case .damaged("resume.pdf", .pdf, _) = failure else {
                Issue.record("\(failure.debugDescription)")
                continue
            }
        }
    }

    /// A few kilobytes that become gigabytes: the program is stopped, the memory of this process does not grow.
    @Test func aStreamThatSwellsIsStopped() async throws {
        var limits = DocumentLimits.patient
        limits.cpuSeconds = 2
        limits.wallSeconds = 20
        // Flate twice: 160 times 160.
        let spaces = FlateRun.of(Array("q Q ".utf8), count: 200_000_000)
        let pdf = PDFBytes(pages: [.init(dictionary: "/Filter /FlateDecode", bytes: spaces)])
        #expect(pdf.bytes.count < 2_000_000)
        let stopped = await failure(pdf, limits: limits)
        switch stopped {
        case .outOfLimits, .noText, .damaged, .programFailed, .programMissing: break
        default: Issue.record("\(stopped.debugDescription)")
        }
    }

    @Test func moreTextThanTheLimitIsRefused() async {
        var limits = DocumentLimits.patient
        limits.characters = 1000
        let shown = Array("BT /F1 9 Tf 9 TL 20 800 Td ".utf8) + Array("(many words here) Tj T* ".utf8)
        let lines = Array(repeating: Array("(many words here) Tj T* ".utf8), count: 60_000).flatMap(\.self)
        let pdf = PDFBytes(pages: [.init(dictionary: "", bytes: shown + lines + Array("ET".utf8))])
        #expect(await failure(pdf, limits: limits) == .tooMuchText(path: "resume.pdf", limitCharacters: 1000))
    }

    @Test func cancellingEndsIt() async {
        let spaces = FlateRun.of(Array("q Q ".utf8), count: 400_000_000)
        let pdf = PDFBytes(pages: [.init(dictionary: "/Filter /FlateDecode", bytes: spaces)])
        let reading = Task { await failure(pdf) }
        try? await Task.sleep(for: .milliseconds(300))
        reading.cancel()
        #expect(await reading.value == .cancelled)
    }
}
