/// Words that stand for each other when people talk about their work: "shipped", "released" and "launched".
///
/// The table is small and made by hand. It holds words that can replace each other in most sentences of an interview,
/// and leaves out pairs that only sometimes can: a wrong synonym finds points that nobody made.
public enum Synonyms {
    /// Whether two stems mean the same here; a stem is no synonym of itself.
    public static func areSynonyms(_ first: String, _ second: String) -> Bool {
        guard first != second, let group = groups[first] else { return false }
        return group == groups[second]
    }

    /// The number of the group that a stem belongs to; `nil` for the words outside the table.
    public static func group(ofStem stem: String) -> Int? { groups[stem] }

    /// One group a line.
    private static let table = """
        ship release deliver launch deploy publish rollout
        colleague teammate coworker peer workmate
        manager boss supervisor superior
        customer client consumer
        ask consult
        call phone ring telephone
        mistake error blunder slip
        bug defect
        fix repair mend
        solve resolve
        disagree argue quarrel dispute clash disagreement argument
        fast quick rapid swift
        documentation docs manual handbook
        course class training workshop tutorial
        practise practice rehearse
        improve enhance
        choose pick select
        begin start
        show demonstrate demo present
        check verify validate inspect examine
        delete remove erase wipe drop
        sorry apologise apologize apology
        urgent pressing
        option alternative choice proposal
        cost price
        stale outdated obsolete
        server machine host
        whole entire full complete
        statistics stats statistic
        configuration config setting
        database db
        application app
        buffer slack margin cushion
        reduce trim cut shrink
        postpone delay defer
        honest open frank transparent candid
        hard difficult tough tricky challenging
        worry concern fear afraid anxious
        opinion view perspective viewpoint standpoint
        suggest propose recommend
        important crucial critical essential vital
        explain describe clarify
        calm cool composed
        prioritise prioritize priority
        organise organize
        recognise recognize
        minimise minimize
        optimise optimize
        synchronise synchronize
        expire timeout ttl
        evict eviction
        crash outage downtime
        revert rollback undo
        alert alarm alerting
        independent isolated separate
        readable legible understandable
        employer company firm
        remember recall
        enjoy love
        unique distinct
        broken faulty
        blame accuse
        feature functionality
        meeting session
        goal aim objective target
        outcome result
        convince persuade
        rewrite rebuild redo
        split divide
        """

    private static let groups: [String: Int] = {
        var groups: [String: Int] = [:]
        for (number, line) in table.split(whereSeparator: \.isNewline).enumerated() {
            for word in line.split(separator: " ") {
                // A word of two groups keeps its first, so that the groups stay apart.
                let stem = Stemmer.stem(String(word))
                if groups[stem] == nil { groups[stem] = number }
            }
        }
        return groups
    }()
}
