/// Sentences without commas, which voices of machines say without a pause inside.
enum PlainSentences {
    static let all = [
        "We moved the whole service to new machines within a single weekend.",
        "My team had two weeks to find out why the orders were late.",
        "I asked every customer what they would miss if we took it away.",
        "The first version was slow because it read the same file again and again.",
        "Nobody had written down how the old program worked.",
        "I wrote a small tool that showed us where the time was lost.",
        "After the release the number of complaints fell by a third.",
        "My manager wanted a date and I could only give her a range.",
        "We tried the idea on one shop before we gave it to all of them.",
        "I learned more from that mistake than from anything that went well.",
        "The designer and I drew the new page on a wall of paper.",
        "Every morning we looked at the errors of the night before.",
        "It took me a month to win the trust of the older engineers.",
        "I would rather ask a simple question than build the wrong thing.",
        "The two groups used the same word for different things.",
        "We kept the old system running while people learned the new one.",
        "I told them early that we would not be ready in time.",
        "A colleague showed me how to read the plan of a slow query.",
        "The hardest part was to say no to a feature that everybody liked.",
        "I now write the test before I change a single line.",
        "Our budget was cut in half but the goal stayed the same.",
        "The new people could work on their own after a week.",
        "I made a list of everything that could go wrong on that day.",
        "In the end the customer renewed the contract for three years.",
    ]
}
