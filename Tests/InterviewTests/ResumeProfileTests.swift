import Foundation
import Testing

@testable import Interview

@Suite struct ResumeProfileTests {
    private let text = """
        Maria Fernández\r
        Senior Backend Engineer\r
        \r
        Experience\r
        Glovo — Senior Backend Engineer (2019–2023)\r
        • Kafka and PostgreSQL
        • Kafka again
        """

    private var profile: ResumeProfile {
        ResumeProfile(of: text, roles: RoleFinder(roles: ["Backend Developer"]), catalogue: SkillCatalogue())
    }

    @Test func eachFindingNamesItsLines() throws {
        let lines = ResumeLine.lines(of: text)
        let profile = profile
        #expect(profile.role == "Backend Developer" && profile.titleLine?.text == "Senior Backend Engineer")
        #expect(profile.level == .senior && profile.levelLine == profile.titleLine)
        let kafka = try #require(profile.skills.first { $0.found.skill.name == "Kafka" })
        #expect(kafka.lines.map(\.text) == ["• Kafka and PostgreSQL", "• Kafka again"])
        #expect(kafka.lines.allSatisfy { lines[$0.number - 1] == $0 })
        #expect(profile.companies.map(\.name) == ["Glovo"])
        #expect(profile.companies.first?.lines.map(\.text) == ["Glovo — Senior Backend Engineer (2019–2023)"])
    }

    @Test func itSaysOfTheJobWhatAJobDescriptionWould() {
        let same = JobProfile(
            of: text, roles: RoleFinder(roles: ["Backend Developer"]), catalogue: SkillCatalogue())
        #expect(profile.job == same)
    }

    @Test func aResumeComesBackFromJSON() throws {
        let resume = Resume(
            id: "6F0B1A52-7E43-4C7B-9F0E-0C2B6F6C9D11", fileName: "maria.pdf", contentHash: "00ff",
            text: text,
            profile: profile)
        let read = try JSONDecoder().decode(Resume.self, from: JSONEncoder().encode(resume))
        #expect(read == resume && read.person == nil)
    }
}
