/// The patterns of vague claims, in the notation of `StoryPattern`, made of classes of words: verbs of change, words of degree,
/// comparatives, words of praise, verbs of coping and nouns that name nothing.
enum VaguePatterns {
    /// A pattern, and whether the clause must end where it does: "I handled it", but not "I handled it with a queue".
    struct Entry: Sendable {
        let sort: VagueClaim.Sort
        let pattern: StoryPattern
        let endsClause: Bool
    }

    static let all: [Entry] =
        entries(.change, changes, endsClause: false) + entries(.change, states, endsClause: true)
        + entries(.success, successes, endsClause: true) + entries(.action, actions, endsClause: true)
        + entries(.generality, generalities, endsClause: true)

    private static func entries(
        _ sort: VagueClaim.Sort, _ patterns: [String], endsClause: Bool
    ) -> [Entry] {
        patterns.map { Entry(sort: sort, pattern: StoryPattern($0), endsClause: endsClause) }
    }

    /// Verbs by which somebody made something better, in the past.
    private static let changed =
        "improved/increased/reduced/decreased/boosted/enhanced/optimised/optimized/simplified/accelerated/strengthened"
        + "/raised/lowered/speeded/sped"
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
    private static let subject =
        "project/result/results/outcome/release/launch/product/system/team/performance/solution/process/rollout"
        + "/migration/meeting/event/presentation/campaign"
    private static let size = "big/huge/great/massive/significant/major/real/positive/enormous/good"
    private static let effect = "difference/impact/effect/improvement/improvements/success/progress"
    private static let coped =
        "handled/managed/solved/resolved/fixed/sorted/organised/organized/supported/coordinated/addressed/tackled"
    private static let matter =
        "it/this/that/them/everything/things/situation/problem/problems/issue/issues/matter/conflict/challenge/stuff"
        + "/situations/challenges"
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
        "\(thing) scales/performs/runs/works \(better)",
        "\(thing) scales/performs/runs/works ~ \(degree) \(better)",
        "we/i got/had ~ good/great/better/nice/positive/excellent results/feedback/numbers",
    ]
    private static let successes = [
        "\(thing) was/were/is/went/worked/works/turned ~ \(well)", "\(thing) was/were/is ~ \(praise)",
        "\(subject) was/were/went/worked/turned ~ \(well)", "\(subject) was/were ~ \(praise)",
        "was/were a ~ success", "\(thing) was/were all \(well)",
    ]
    private static let actions = [
        "i/we \(coped) \(matter)", "i/we \(coped) the/this/that/these/those/all/my/our \(matter)",
        "i/we just/simply/then/always/successfully/personally/quickly/also/basically \(coped) \(matter)",
        "i/we just/simply/then/always/successfully/personally/quickly/also/basically \(coped) the/this/that/these/all \(matter)",
        "i/we would/will \(coping) \(matter)", "i/we would/will \(coping) the/this/that/these \(matter)",
        "i/we ~ took/take care of \(matter)", "i/we ~ took/take care of the/this/that/all \(matter)",
        "i/we ~ dealt/deal with \(matter)", "i/we ~ dealt/deal with the/this/that/all \(matter)",
        "i/we ~ sorted \(thing) out", "i/we ~ sorted out the \(matter)", "i/we ~ did my/our best",
        "i/we ~ made sure \(thing) worked/works/went", "i/we ~ got \(thing) done",
        "i/we ~ made it work/happen",
        "i/we ~ figured it/everything/things out",
    ]
    private static let coping = "handle/manage/solve/resolve/fix/sort/organise/organize/address/tackle"
    private static let generalities = [
        "\(applied) ~ \(some) \(kinds)", "\(applied) ~ \(some) kinds/sorts/types of \(kinds)",
        "\(applied) a lot/bunch/number/variety/range of ~ \(kinds)", "\(applied) lots of ~ \(kinds)",
        "\(applied) ~ best practices", "\(applied) ~ best practice", "worked/work with ~ \(some) \(kinds)",
        "\(kinds) and stuff", "and stuff like that", "and things like that",
    ]
}
