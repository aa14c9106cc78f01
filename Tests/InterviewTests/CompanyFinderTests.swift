import Testing

@testable import Interview

@Suite struct CompanyFinderTests {
    private func companies(_ text: String) -> [FoundCompany] {
        CompanyFinder().companies(in: ResumeLine.lines(of: text))
    }

    /// "Name | title | years", with "-" for what is not said.
    private func told(_ text: String) -> [String] {
        companies(text).map { company in
            let years = company.period.map { period in
                "\(period.firstYear ?? 0)–\(period.isCurrent ? "now" : "\(period.lastYear ?? 0)")"
            }
            return "\(company.name) | \(company.title ?? "-") | \(years ?? "-")"
        }
    }

    @Test(arguments: [
        ("Glovo — Senior Backend Engineer (2019–2023)", "Glovo | Senior Backend Engineer | 2019–2023"),
        (
            "Indra Sistemas, S.A. — Junior Developer (2014–2016)",
            "Indra Sistemas, S.A. | Junior Developer | 2014–2016"
        ),
        ("2021 – now | Allegro | Product Designer", "Allegro | Product Designer | 2021–now"),
        ("- Shopify, Full Stack Developer, 2021-present: Rails", "Shopify | Full Stack Developer | 2021–now"),
        ("Software Engineer @ Acme Corp. (2018)", "Acme Corp. | Software Engineer | 2018–2018"),
        (
            "Data Analyst      06/2018 - 12/2020\nProcter & Gamble, Geneva",
            "Procter & Gamble | Data Analyst | 2018–2020"
        ),
        (
            "Google LLC, Mountain View, CA\nSoftware Engineer, Ads, 2014 - 2019",
            "Google LLC | Software Engineer | 2014–2019"
        ),
        (
            "Monzo Bank\nSenior Product Manager\nMarch 2019 – present",
            "Monzo Bank | Senior Product Manager | 2019–now"
        ),
        (
            "Frontend Developer\nLEGO Group · Full-time\nAug 2016 - Dec 2019 · 3 yrs 5 mos",
            "LEGO Group | Frontend Developer | 2016–2019"
        ),
        ("08/2016 – 12/2019  Siemens AG, München\nWerkstudent", "Siemens AG | Werkstudent | 2016–2019"),
        ("株式会社リクルート — ソフトウェアエンジニア (2019年4月 – 2023年3月)", "株式会社リクルート | ソフトウェアエンジニア | 2019–2023"),
        (
            "ООО «Яндекс», Москва\nСтарший разработчик\nмарт 2019 – настоящее время",
            "ООО «Яндекс» | Старший разработчик | 2019–now"
        ),
        ("شركة النور | مهندس برمجيات | ٢٠١٩ - ٢٠٢١", "شركة النور | مهندس برمجيات | 2019–2021"),
        ("I worked as a consultant at Ernst & Young in London.", "Ernst & Young | consultant | -"),
        ("Experience\nFrontend Developer · Maersk", "Maersk | Frontend Developer | -"),
        ("Company: Widgets GmbH", "Widgets GmbH | - | -"),
        ("Acme GmbH   2015 – 2017", "Acme GmbH | - | 2015–2017"),
    ])
    func anEmployerIsFoundInItsLayout(text: String, told: String) { #expect(self.told(text) == [told]) }

    @Test(arguments: [
        "Education\nTU Berlin — Research Assistant (2010–2014)",
        "Projects\nOpen Transit — Lead developer (2020–2021)",
        "• Reduced latency by 35 % between 2020 and 2021", "- Engineer reliable systems, 2020-2024 roadmap",
        "Since 2015 we have been the lead platform, Europe", "Freelance, Web Developer, 2019-2021",
        "AWS Certified Solutions Architect - Associate (2020)",
        "Reported to the Engineering Director at Acme Works.",
        "Worked with the Product Manager, Legal, and Finance on pricing, 2019 - 2020.",
        "Product Manager | London",
        "The manager at the time left, which took 2 years, 2016 - 2018.", "Available at 2024-05-01 or later.",
        "Python, Java, SQL", "", "2019 – 2023", "Engineer at home", "+34 600 000 000 | Madrid",
    ])
    func whatIsNoEmployerIsNotFound(text: String) { #expect(told(text) == []) }

    @Test func oneThatComesAgainIsOneWithAllItsLines() throws {
        let text =
            "I am an engineer at Acme.\n\nExperience\nAcme Inc. — Senior Engineer (2020 – present)\nAcme | Engineer | 2017–2020"
        let found = try #require(companies(text).first)
        #expect(companies(text).count == 1 && found.name == "Acme")
        #expect(found.period == EmploymentPeriod(firstYear: 2017, lastYear: nil, isCurrent: true))
        #expect(found.lines.map(\.number) == [1, 4, 5])
    }

    @Test func ofTwoInOneSentenceNeitherTakesTheYears() {
        let text = "I was an analyst at Deliveroo from 2017 to 2019 and a consultant at Deloitte."
        #expect(told(text) == ["Deliveroo | analyst | -", "Deloitte | consultant | -"])
    }

    @Test(arguments: [
        String(repeating: "Engineer at Acme 2019 - 2020 ", count: 2000),
        String(repeating: "(2019 – ", count: 5000),
        String(repeating: "\n", count: 5000), "\u{0}\u{FEFF}", String(repeating: "|", count: 5000),
    ])
    func anyTextEnds(text: String) { #expect(companies(text).count <= CompanyFinder.limit) }

    /// The patterns of years are shared by all who read.
    @Test func manyResumesAreReadAtOnce() async {
        let texts = (0..<64).map { number in
            """
            Acme GmbH — Engineer (Jan. \(1960 + number) – \(1961 + number))
            Software Engineer at Umbra, since \(1970 + number % 40)
            Data Analyst, Bolt Ltd (\(1980 + number % 30))
            """
        }
        let alone = texts.map { told($0) }
        #expect(Set(alone.map(\.count)) == [3])
        let together = await withTaskGroup(of: (Int, [String]).self) { group in
            for round in 0..<8 {
                for place in texts.indices {
                    group.addTask { (place, self.told(texts[(place + round) % texts.count])) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(together.count == 8 * texts.count)
        #expect(together.allSatisfy { found in alone.contains(found.1) })
    }
}
