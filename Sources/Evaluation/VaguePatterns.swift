/// The patterns of vague claims, in the notation of `StoryPattern`, made of classes of words: verbs of change, words of degree,
/// comparatives, words of praise, verbs of coping and nouns that name nothing.
enum VaguePatterns {
    /// A pattern, and what it takes to be a claim.
    struct Entry: Sendable {
        /// The words with one of which the pattern begins.
        let firstWords: [String]
        let sort: VagueClaim.Sort
        let pattern: StoryPattern
        /// Whether the clause must end where the pattern does: "I handled it", but not "I handled it with a queue".
        let endsClause: Bool
        /// So many different words of a subject near it carry the claim. What says little by itself is carried by few.
        let carriedBy: Int
    }

    /// The patterns by the words with which they begin, so that few are tried at each place of a long answer.
    static let byFirstWord = Dictionary(
        grouping: all.flatMap { entry in entry.firstWords.map { (word: $0, entry: entry) } }, by: \.word
    ).mapValues { $0.map(\.entry) }

    private static let all: [Entry] =
        entries(.change, changes, carriedBy: 4) + entries(.change, moves, carriedBy: 2)
        + entries(.change, states, endsClause: true, carriedBy: 2)
        + entries(.success, successes, endsClause: true, carriedBy: 2)
        + entries(.action, actions, endsClause: true, carriedBy: 4)
        + entries(.generality, generalities, endsClause: true, carriedBy: 2)

    private static func entries(
        _ sort: VagueClaim.Sort, _ patterns: [String], endsClause: Bool = false, carriedBy: Int
    ) -> [Entry] {
        patterns.map { pattern in
            let first = pattern.prefix { $0 != " " }
            return Entry(
                firstWords: first.split(separator: "/").map(String.init), sort: sort,
                pattern: StoryPattern(pattern), endsClause: endsClause, carriedBy: carriedBy)
        }
    }

    /// Every way to put one part after another.
    private static func joined(_ firsts: [String], _ seconds: [String]) -> [String] {
        firsts.flatMap { first in seconds.map { "\(first) \($0)" } }
    }

    /// Who speaks, alone or with others, and how.
    private static let how =
        "just/simply/then/always/successfully/personally/quickly/also/basically/really/actually"
    private static let agents = ["i/we", "i/we have/had", "i/we \(how)", "i/we have/had \(how)"]

    /// Verbs by which somebody made something better, in the past.
    private static let changed =
        "improved/boosted/enhanced/optimised/optimized/simplified/accelerated/strengthened/speeded/sped"
    /// Verbs by which somebody made something more or less, which is not always better: of others they are no claim.
    private static let moved = "increased/reduced/decreased/raised/lowered/cut/lifted"
    /// What is better when there is more of it, and what when there is less.
    private static let gains =
        "sales/revenue/revenues/profit/profits/turnover/productivity/quality/performance/satisfaction/efficiency"
        + "/throughput/conversion/conversions/engagement/adoption/motivation/morale/coverage/retention/availability"
        + "/reliability/speed"
    private static let burdens =
        "cost/costs/latency/error/errors/bugs/defects/failures/incidents/complaints/churn/downtime/time/times/workload"
        + "/waste/delays/risk/risks/expenses/spending"
    private static let adverb =
        "significantly/substantially/greatly/massively/dramatically/considerably/drastically/hugely/really/noticeably"
        + "/tremendously/vastly/largely/generally/definitely/clearly"
    private static let degree =
        "much/lot/really/way/far/significantly/considerably/generally/just/simply/definitely/so"
    private static let better =
        "better/faster/quicker/easier/smoother/cleaner/safer/simpler/nicer/stronger/cheaper"
    private static let quality =
        "efficient/reliable/stable/productive/scalable/robust/flexible/maintainable/performant/effective/secure"
    private static let praise =
        "good/great/successful/fine/nice/excellent/amazing/awesome/perfect/fantastic/impressive/positive"
    private static let well = "well/fine/great/good/nicely/smoothly/perfectly/okay/successfully"
    private static let thing = "it/this/that/they/everything/things/all"
    /// The same without people: "they were great" says nothing of how a matter ended.
    private static let outcome = "it/this/that/everything/things/all"
    private static let subject =
        "project/result/results/outcome/release/launch/product/system/team/performance/solution/process/rollout"
        + "/migration/meeting/event/presentation/campaign"
    private static let runs = "scales/performs/runs/works/scaled/performed/ran/worked"
    private static let size = "big/huge/great/massive/significant/major/real/positive/enormous/good"
    private static let effect = "difference/impact/effect/improvement/improvements/success/progress"
    private static let coped =
        "handled/managed/solved/resolved/fixed/sorted/organised/organized/supported/coordinated/addressed/tackled"
    private static let matter =
        "it/this/that/them/everything/things/situation/problem/problems/issue/issues/matter/conflict/challenge/stuff"
        + "/situations/challenges"
    /// What was coped with, perhaps between or for somebody.
    private static let matters = joined(
        [
            "\(matter)", "the/this/that/these/those/all/my/our \(matter)",
            "all the/these/those/my/our \(matter)",
        ],
        ["", "between/with/for/among them/us/both/everyone/everybody"])
    private static let some =
        "various/different/several/many/some/certain/multiple/numerous/diverse/all/modern/standard/proper/appropriate"
        + "/right/good/latest"
    private static let kinds =
        "tools/technologies/techniques/things/stuff/methods/methodologies/approaches/strategies/frameworks/solutions"
        + "/practices/aspects/measures/ways/technology/initiatives/improvements"
    private static let applied =
        "used/use/followed/follow/applied/apply/tried/implemented/introduced/learned/learnt/did/adopted/made/took"

    private static let changes = [
        "\(changed) ~ a lot", "\(changed) ~ lots", "\(changed) ~ \(adverb)", "\(adverb) \(changed)",
        "made/had ~ a \(size) \(effect)", "made/had a ~ \(size) \(effect)",
        "made/had ~ so/very/too much \(effect)",
    ]
    /// That something became more or less: by the speaker, or for the better.
    private static let movements: [String] = [
        joined(agents, [moved]),
        ["i/we got/brought/drove/pushed ~ up/down", "i/we have/had got/brought/driven/pushed ~ up/down"],
        ["it/this/that/which \(raised) ~ \(gains)", "it/this/that/which \(lowered) ~ \(burdens)"],
        ["\(gains) increased/rose/grew/jumped", "\(gains) have/has/was/were increased", "\(gains) went up"],
        ["\(burdens) decreased/dropped/fell/sank", "\(burdens) have/has/was/were \(lowered)"],
        ["\(burdens) went down"],
    ].flatMap(\.self)
    private static let raised = "increased/raised/lifted"
    private static let lowered = "reduced/decreased/lowered/cut"
    private static let moves: [String] = [
        joined(movements, ["~ a lot", "~ \(adverb)"]),
        joined(["i/we \(adverb)", "i/we have/had \(adverb)"], [moved]),
        ["it/this/that/which \(adverb) \(raised) ~ \(gains)", "\(gains) \(adverb) increased/rose/grew"],
        ["it/this/that/which \(adverb) \(lowered) ~ \(burdens)"],
        ["\(burdens) \(adverb) decreased/dropped/fell", "\(burdens) was/were \(adverb) \(lowered)"],
    ].flatMap(\.self)
    private static let states = [
        "made \(thing) \(better)", "made \(thing) ~ \(degree) \(better)", "made \(thing) ~ more \(quality)",
        "made the/our/my ~ \(better)", "made the/our/my ~ \(degree) \(better)",
        "made the/our/my ~ more \(quality)",
        "\(thing) is/are/was/were/got/became/becomes ~ \(degree) \(better)",
        "\(thing) is/are/was/were/got/became/becomes \(better)",
        "\(thing) is/are/was/were/got/became/becomes ~ more \(quality)",
        "\(subject) is/are/was/were/got/became ~ \(better)",
        "\(thing) scales/scale/performs/perform ~ \(well)",
        "\(subject) scales/performs/performed/scaled ~ \(well)",
        "\(thing) \(runs) \(better)", "\(thing) \(runs) ~ \(degree) \(better)",
        "\(subject) \(runs) \(better)", "\(subject) \(runs) ~ \(degree) \(better)",
        "we/i got/had ~ good/great/better/nice/positive/excellent results/numbers",
    ]
    private static let successes = [
        "\(outcome) was/were/is/went/worked/works/turned ~ \(well)", "\(outcome) was/were/is ~ \(praise)",
        "\(subject) was/were/went/worked/turned ~ \(well)", "\(subject) was/were ~ \(praise)",
        "was/were a ~ success", "\(outcome) was/were all \(well)",
        "\(outcome) worked out", "\(outcome) worked out in the end",
        "\(outcome) all/finally/eventually/somehow/really worked out",
        "we/i got/had/received ~ good/great/nice/positive/excellent feedback/reviews/reactions",
    ]
    private static let actions =
        joined(joined(agents, ["\(coped)"]) + ["i/we would/will \(coping)"], matters) + [
            "i/we ~ took/take care of \(matter)", "i/we ~ took/take care of the/this/that/all \(matter)",
            "i/we ~ dealt/deal with \(matter)", "i/we ~ dealt/deal with the/this/that/all \(matter)",
            "i/we ~ sorted \(thing) out", "i/we ~ sorted out the \(matter)", "i/we ~ did my/our best",
            "i/we ~ made sure \(thing) worked/works/went", "i/we ~ got \(thing) done",
            "i/we ~ made it work/happen",
            "i/we ~ figured it/everything/things out", "i/we ~ helped/supported ~ a lot",
        ]
    private static let coping = "handle/manage/solve/resolve/fix/sort/organise/organize/address/tackle"
    private static let generalities = [
        "\(applied) ~ \(some) \(kinds)", "\(applied) ~ \(some) kinds/sorts/types of \(kinds)",
        "\(applied) a lot/bunch/number/variety/range of ~ \(kinds)", "\(applied) lots of ~ \(kinds)",
        "\(applied) ~ best practices", "\(applied) ~ best practice", "worked/work with ~ \(some) \(kinds)",
        "\(kinds) and stuff", "and stuff like that", "and things like that",
    ]
}
