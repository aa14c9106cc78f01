import Foundation
import Programs
import TestSupport
import Testing

@testable import Documents

@Suite(.enabled(if: Installed.all, "poppler-utils, tesseract-ocr or util-linux is not installed"))
struct PictureDocumentTests {
    private static let text = "Ada Lovelace\nBackend Developer at Analytical Engines\nSkills: Python and SQL"

    /// What `pdftoppm` makes of a page.
    private func picture(of pdf: PDFBytes, _ options: [String], _ ending: String) async throws -> [UInt8] {
        let folder = try TestFolder()
        let path = try folder.write(pdf.bytes, to: "page.pdf")
        let program = try #require(SearchPath.environment.find("pdftoppm"))
        _ = try await ProgramRun(
            program: program, arguments: options + ["-singlefile", "-r", "150", path, folder.file("page")],
            timeLimit: .seconds(3600)
        ).output()
        return try folder.bytes("page.\(ending)")
    }

    private func scan() async throws -> PortableGreyMap {
        try #require(
            PortableGreyMap(try await picture(of: PDFBytes(texts: [Self.text]), ["-gray"], "pgm")))
    }

    private func expectText(_ found: DocumentText, _ format: DocumentFormat) {
        #expect(found.format == format && found.method == .pictures)
        #expect(found.text.contains("Ada Lovelace"), "\(found.text)")
        #expect(found.text.contains("Backend Developer at Analytical Engines"), "\(found.text)")
        #expect(found.warnings.count == 1 && found.warnings[0].contains("read off its picture"))
    }

    @Test(arguments: [("-png", "png", DocumentFormat.png), ("-jpeg", "jpg", .jpeg)])
    func imagesAreRead(option: String, ending: String, format: DocumentFormat) async throws {
        let bytes = try await picture(of: PDFBytes(texts: [Self.text]), [option], ending)
        expectText(try await DocumentReader(limits: .patient).read(bytes, name: "scan"), format)
    }

    @Test func theFirstPagesOfATIFFImageAreRead() async throws {
        var reader = DocumentReader(limits: .patient)
        reader.limits.scannedPages = 2
        let found = try await reader.read(scan().tiff(pages: 3), name: "scan")
        #expect(found.pages == 2 && found.text.contains("Ada Lovelace"))
        #expect(found.warnings.first == "scan has 3 pages: the first 2 were read.")
    }

    @Test func yearsAtTheEdgeStayBesideTheirLines() throws {
        func row(_ block: Int, _ line: Int, _ left: Int, _ top: Int, _ text: String) -> String {
            text.split(separator: " ").map {
                "5\t1\t\(block)\t1\t\(line)\t1\t\(left)\t\(top)\t50\t20\t95\t\($0)"
            }
            .joined(separator: "\n")
        }
        let table = [
            "level\tpage_num", row(1, 1, 40, 100, "Data Scientist"), row(1, 2, 40, 130, "Booking.com"),
            row(1, 3, 40, 160, "Data Analyst"), row(2, 1, 500, 101, "Jan 2021 - Present"),
            row(3, 1, 500, 163, "2018 - 2020"), row(3, 2, 500, 400, "2011"),
        ].joined(separator: "\n")
        let found = try #require(PictureText(table: table))
        #expect(
            found.text
                == "Data Scientist   Jan 2021 - Present\nBooking.com\nData Analyst   2018 - 2020\n\n2011")
    }

    @Test func aScannedPDFIsRead() async throws {
        let found = try await DocumentReader(limits: .patient).read(
            PDFBytes(pictures: [scan()]).bytes, name: "scan.pdf")
        expectText(found, .pdf)
    }

    @Test func withoutTesseractAScannedPDFSaysWhatToInstall() async throws {
        let folder = try TestFolder()
        for program in ["pdfinfo", "pdftotext", "pdftoppm", "prlimit"] {
            let path = try #require(SearchPath.environment.find(program))
            #expect(symlink(path, folder.file(program)) == 0)
        }
        let reader = DocumentReader(limits: .patient, programs: SearchPath(directories: [folder.path]))
        let pdf = PDFBytes(pictures: [.noise(width: 40, height: 40)]).bytes
        let error = await #expect(throws: DocumentError.self) { try await reader.read(pdf, name: "scan.pdf") }
        guard case .programMissing(_, "tesseract", "tesseract-ocr", _) = error else {
            Issue.record("\(error.debugDescription)")
            return
        }
    }

    @Test func noiseHoldsNoWords() async throws {
        let noise = PortableGreyMap.noise(width: 600, height: 400)
        let image = await #expect(throws: DocumentError.self) {
            try await DocumentReader(limits: .patient).read(noise.tiff(), name: "noise")
        }
        #expect(image == .noText(path: "noise", format: .tiff))
        let blank = PortableGreyMap(width: 300, height: 300, pixels: Array(repeating: 255, count: 90_000))
        let pdf = await #expect(throws: DocumentError.self) {
            try await DocumentReader(limits: .patient).read(
                PDFBytes(pictures: [blank]).bytes, name: "blank.pdf")
        }
        #expect(pdf == .noText(path: "blank.pdf", format: .pdf))
    }

    @Test func aDamagedImageIsSaid() async throws {
        let error = await #expect(throws: DocumentError.self) {
            try await DocumentReader(limits: .patient).read(
                [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2], name: "x")
        }
        guard case .damaged("x", .png, _) = error else {
            Issue.record("\(error.debugDescription)")
            return
        }
    }

    @Test func aLanguageThatIsNotThereIsSaid() async throws {
        let reader = DocumentReader(limits: .patient, languages: ["xyz"])
        let bytes = try await scan().tiff()
        let error = await #expect(throws: DocumentError.self) { try await reader.read(bytes, name: "scan") }
        guard case .programMissing(_, _, "tesseract-ocr-xyz", _) = error else {
            Issue.record("\(error.debugDescription)")
            return
        }
    }
}
