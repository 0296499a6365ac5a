package dev.winnow.report.text;

import dev.winnow.report.contents.Editions;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.layout.Colours;
import dev.winnow.report.layout.Columns;
import dev.winnow.report.layout.Page;
import dev.winnow.report.text.Questionnaire.Group;
import dev.winnow.report.text.Questionnaire.Item;

/** Writes questions for a terminal: by who knows, the most decisive first. */
public final class AskText {

    /** The width beyond which prose gets no wider. */
    public static final int MOST = 100;

    /** How many questions of each who are told. */
    private static final int FEW = 8;

    private AskText() {}

    /**
     * The text, each line ended.
     *
     * @param all whether every question is told, rather than the first of each who
     * @param width how many columns it may take, at least 60
     */
    public static String of(Questionnaire questions, boolean all, Colours colours, int width) {
        Wording wording = questions.wording();
        Page page = new Page(width);
        Columns.wrap(
                        wording.sentence(
                                "winnow: %s; universe %s, pack %s",
                                questions.counted(),
                                Editions.named(questions.screening().universe()),
                                Editions.named(questions.screening().pack())),
                        width)
                .forEach(line -> page.line(colours.strong(line)));
        if (questions.items().isEmpty()) {
            page.text(0, wording.sentence("Nothing is left to ask: no answer can change a verdict."));
        }
        boolean cut = false;
        for (Group group : questions.groups()) {
            page.section(colours.strong(wording.sentence(
                    "%s: %s, %s",
                    group.who(), questions.questions(group.items().size()), questions.days(group.days()))));
            int most = all ? group.items().size() : FEW;
            group.items().stream().limit(most).forEach(item -> item(page, questions, item));
            if (group.items().size() > most) {
                page.line(
                        "     " + wording.sentence("and %s more", group.items().size() - most));
                cut = true;
            }
        }
        foot(page, questions, cut);
        page.line(colours.faint(Editions.digests(
                questions.screening().pack(), questions.screening().universe(), wording)));
        return page.toString();
    }

    private static void item(Page page, Questionnaire questions, Item item) {
        page.hanging(Columns.right(String.valueOf(item.number()), 3) + "  ", item.sentence());
        page.hanging(
                "     ",
                questions
                        .wording()
                        .sentence(
                                "%s; %s; for %s",
                                questions.days(item.asked().how().days()), item.stake(), item.candidates()));
    }

    private static void foot(Page page, Questionnaire questions, boolean cut) {
        Wording wording = questions.wording();
        page.line("");
        if (questions.answered() > 0) {
            page.text(
                    0,
                    questions.answered() == 1
                            ? wording.sentence("1 question was answered already, and is not asked again.")
                            : wording.sentence(
                                    "%s questions were answered already, and are not asked again.",
                                    questions.answered()));
        }
        if (cut) {
            page.text(0, wording.sentence("--all tells every question."));
        }
        if (!questions.items().isEmpty()) {
            page.text(
                    0,
                    wording.sentence(
                            "-o questions.xlsx or -o questions.html writes them to be filled in; winnow answers FILE"
                                    + " reads the answers."));
        }
    }
}
