package dev.winnow.report.internal.contents;

import dev.winnow.model.result.Screening;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.Questionnaire.Group;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.report.internal.sentences.Origins;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The document of {@code ask}: questions grouped by who knows, the most decisive first. */
public final class AskContents {

    /** Maximum number of questions per addressee, unless all are requested. */
    private static final int MOST = 8;

    private final Questionnaire questions;
    private final int most;
    private final Wording wording;

    private AskContents(Questionnaire questions, boolean all) {
        this.questions = questions;
        this.most = all ? Integer.MAX_VALUE : MOST;
        this.wording = questions.wording();
    }

    /**
     * Returns the document.
     *
     * @param all whether to list every question, not only the first of each addressee
     */
    public static Document of(Questionnaire questions, boolean all) {
        return new AskContents(questions, all).document();
    }

    private Document document() {
        Screening screening = questions.screening();
        List<Block> lead = new ArrayList<>();
        if (questions.items().isEmpty()) {
            lead.add(new Paragraph(wording.sentence("There are no questions left: no answer can change a verdict.")));
        }
        return new Document(
                wording.sentence("Questions"),
                wording.sentence(
                        "winnow: %s; universe %s, pack %s",
                        questions.counted(),
                        Editions.named(Editions.universe(screening, wording)),
                        Editions.named(Editions.pack(screening, wording))),
                lead,
                questions.groups().stream().map(this::section).toList(),
                remarks(),
                Origins.of(screening.pack(), screening.universe(), screening.names(), null, "", wording),
                List.of(),
                null);
    }

    private Section section(Group group) {
        int digits = String.valueOf(questions.items().size()).length();
        List<Item> items = new ArrayList<>();
        group.items().stream()
                .limit(most)
                .forEach(item -> items.add(new Item(
                        Columns.right(String.valueOf(item.number()), digits),
                        item.sentence(),
                        Stream.concat(questions.scale(item).stream(), Stream.of(questions.beside(item)))
                                .toList())));
        List<Block> blocks = new ArrayList<>(List.of(new Items(Mark.NONE, items, "")));
        if (group.items().size() > most) {
            blocks.add(Items.of(
                    List.of(wording.sentence("and %s more", group.items().size() - most))));
        }
        return new Section(
                group.who(),
                wording.sentence(
                        "%s: %s, %s",
                        group.who(), questions.questions(group.items().size()), questions.days(group.days())),
                blocks);
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (questions.answered() > 0) {
            remarks.add(
                    questions.answered() == 1
                            ? wording.sentence("1 question was answered already, and is not asked again.")
                            : wording.sentence(
                                    "%s questions were answered already, and are not asked again.",
                                    questions.answered()));
        }
        if (questions.groups().stream().anyMatch(group -> group.items().size() > most)) {
            remarks.add(wording.sentence("--all lists every question."));
        }
        if (!questions.items().isEmpty()) {
            remarks.add(wording.sentence(
                    "-o questions.xlsx or -o questions.html writes them to be filled in; winnow answers FILE"
                            + " reads the answers."));
        }
        return remarks;
    }
}
