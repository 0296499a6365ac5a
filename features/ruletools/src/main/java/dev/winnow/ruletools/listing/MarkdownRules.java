package dev.winnow.ruletools.listing;

import dev.winnow.engine.RulePack;
import dev.winnow.language.CaseSummary;
import dev.winnow.language.Criterion;
import dev.winnow.language.LimitSummary;
import dev.winnow.language.RuleSummary;
import dev.winnow.language.internal.pack.AssumptionSummary;
import dev.winnow.language.internal.wording.RuleWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.CleanText;
import dev.winnow.report.internal.markdown.BookTable;
import dev.winnow.report.internal.markdown.MarkdownText;
import dev.winnow.report.internal.markdown.RuleBook;
import dev.winnow.report.internal.markdown.RuleBook.Chapter;
import dev.winnow.report.internal.markdown.RuleBook.Declared;
import dev.winnow.report.internal.markdown.RuleBook.Entry;
import dev.winnow.report.internal.markdown.RuleBook.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a pack as Markdown: criteria, rules in words with their cases, limits, and declared facts. */
public final class MarkdownRules {

    private static final int DIGEST = 12;

    private final RulePack pack;
    private final RuleBook book;
    private final Wording wording;
    private final MarkdownText text = new MarkdownText();

    private MarkdownRules(RulePack pack, Wording wording) {
        this.pack = pack;
        this.book = RuleBook.of(pack, true);
        this.wording = wording;
    }

    /** Returns the document; each line ends with a line feed. */
    public static String of(RulePack pack, Wording wording) {
        MarkdownRules document = new MarkdownRules(pack, wording);
        document.head();
        document.book.chapters().forEach(document::chapter);
        document.limits();
        document.assumptions();
        document.facts();
        return document.text.toString();
    }

    private void head() {
        text.heading(1, plain(pack.title()));
        text.paragraph(plain(pack.purpose()));
        text.paragraph(wording.say(
                "doc.about",
                pack.name(),
                plain(pack.version()),
                plain(pack.owner()),
                pack.digest().substring(0, DIGEST)));
        text.head(
                List.of(
                        wording.say("page.criterion"),
                        wording.say("page.rules.gain"),
                        wording.say("page.weight"),
                        wording.say("page.rules.reach")),
                "--nn");
        for (Criterion criterion : pack.criteria()) {
            text.row(List.of(
                    plain(criterion.title()),
                    wording.say("side." + criterion.side()),
                    RuleBook.number(criterion.weight()),
                    RuleBook.number(pack.reachable(criterion.id()))));
        }
        text.line("");
        String how = wording.say(
                "page.rules.how", RuleBook.number(pack.recommendFrom()), RuleBook.number(pack.declineBelow()));
        text.line(wording.say("doc.between", how, wording.say("page.weights")));
    }

    private void chapter(Chapter chapter) {
        Criterion criterion = chapter.criterion();
        text.line("");
        text.heading(
                2,
                criterion == null
                        ? wording.say("page.rules.conditions", plain(chapter.title()))
                        : plain(chapter.title()));
        text.line(wording.say(
                "doc.file",
                chapter.id(),
                criterion == null
                        ? wording.say("page.rules.condition")
                        : wording.say(
                                "doc.criterion",
                                wording.say("side." + criterion.side()),
                                RuleBook.number(criterion.weight()))));
        for (RuleBook.Part part : chapter.parts()) {
            if (part.table() == null) {
                rule(part.rule());
            } else {
                table(part.table());
            }
        }
    }

    private void table(BookTable table) {
        text.line("");
        text.heading(3, plain(table.title()));
        text.paragraph(wording.say("doc.table", table.id(), table.rows().size())
                + (table.family() == null ? "" : wording.say("doc.family", table.family())));
        conditions(table.shared());
        String then = table.then();
        String says = table.says();
        if (then != null) {
            text.paragraph(
                    says == null
                            ? wording.say("doc.then.alone", linked(then))
                            : wording.say("doc.then", linked(then), plain(says)));
        }
        List<String> heads = heads(table);
        text.head(heads, "-".repeat(heads.size()));
        table.rows().forEach(row -> text.row(cells(table, row)));
        if (then == null && says != null) {
            text.line("");
            text.line(wording.say("doc.says", plain(says)));
        }
        if (table.source() != null) {
            text.line("");
            text.line(wording.say("page.rules.source", plain(table.source())));
        }
        cases(table);
    }

    /** Returns the headings of the columns in which the rows of a table differ. */
    private List<String> heads(BookTable table) {
        List<String> heads = new ArrayList<>(List.of(wording.say("page.rules.row")));
        table.variables().forEach(name -> heads.add("`" + name + "`"));
        if (table.differs()) {
            heads.add(wording.say("page.rules.if"));
        }
        if (table.then() == null) {
            heads.add(wording.say("page.rules.then"));
        }
        if (table.says() == null) {
            heads.add(wording.say("page.rules.reason"));
        }
        if (table.source() == null) {
            heads.add(wording.say("page.source"));
        }
        return heads;
    }

    private List<String> cells(BookTable table, BookTable.Row row) {
        RuleSummary rule = row.entry().rule();
        boolean named = !rule.title().equals(table.title());
        List<String> cells = new ArrayList<>(List.of("`" + rule.id() + "`" + (named ? " " + plain(rule.title()) : "")));
        row.limits().forEach(limit -> cells.add(limit.isEmpty() ? "–" : linked("`" + limit + "`")));
        if (table.differs()) {
            cells.add(row.conditions().stream().map(this::linked).collect(Collectors.joining("; ")));
        }
        if (table.then() == null) {
            cells.add(linked(row.entry().words().effect()));
        }
        if (table.says() == null) {
            cells.add(plain(row.entry().words().reason()));
        }
        if (table.source() == null) {
            cells.add(plain(rule.source()));
        }
        return cells;
    }

    private void conditions(List<String> conditions) {
        if (!conditions.isEmpty()) {
            text.paragraph(wording.say("page.rules.when"));
            conditions.forEach(condition -> text.line("- " + linked(condition)));
            text.line("");
        }
    }

    private void rule(Entry entry) {
        RuleSummary rule = entry.rule();
        RuleWords words = entry.words();
        text.line("");
        text.heading(3, plain(rule.title()));
        text.paragraph("`" + rule.id() + "`" + about(rule));
        conditions(words.conditions());
        text.paragraph(wording.say("doc.then", linked(words.effect()), plain(words.reason())));
        text.line(wording.say("page.rules.source", plain(rule.source())));
        cases(entry.cases());
    }

    private String about(RuleSummary rule) {
        return (rule.family() == null ? "" : wording.say("doc.family", rule.family()))
                + (rule.action() == null ? "" : wording.say("doc.action", wording.say("action." + rule.action())));
    }

    private void cases(List<CaseSummary> cases) {
        if (cases.isEmpty()) {
            return;
        }
        text.line("");
        text.head(List.of(wording.say("page.rules.case"), wording.say("page.rules.expected")), "--");
        cases.forEach(one -> text.row(List.of(sentence(one), wording.sentence(one.expected()))));
    }

    /** Adds the cases of all rows, each with its rule. */
    private void cases(BookTable table) {
        List<CaseSummary> cases = table.cases();
        if (cases.isEmpty()) {
            return;
        }
        text.line("");
        text.head(
                List.of(
                        wording.say("page.rules.case"),
                        wording.say("page.rules.row"),
                        wording.say("page.rules.expected")),
                "---");
        cases.forEach(
                one -> text.row(List.of(sentence(one), "`" + one.rule() + "`", wording.sentence(one.expected()))));
    }

    private String sentence(CaseSummary one) {
        String sentence = plain(one.sentence());
        return book.foreign(one.sentence(), wording) == null ? sentence : "<span lang=\"en\">" + sentence + "</span>";
    }

    private void limits() {
        if (pack.limits().isEmpty()) {
            return;
        }
        text.line("");
        text.heading(2, wording.say("page.limits"));
        text.head(
                List.of(
                        wording.say("page.limits.limit"),
                        wording.say("page.limits.from"),
                        wording.say("page.limits.value"),
                        wording.say("page.source")),
                "--n-");
        for (LimitSummary limit : pack.limits()) {
            String name = "`" + limit.id() + "`" + (limit.title().isEmpty() ? "" : " " + plain(limit.title()));
            for (LimitSummary.Dated dated : limit.values()) {
                String reason = dated.reason() == null ? "" : plain(dated.reason());
                text.row(List.of(
                        name,
                        dated.from() == null ? wording.say("page.limits.always") : wording.day(dated.from()),
                        plain(dated.value().write(wording.language())),
                        dated.source() != null
                                ? plain(dated.source())
                                : wording.say("doc.between", wording.say("page.limits.assumed"), reason)));
                name = "";
            }
        }
    }

    private void assumptions() {
        List<AssumptionSummary> assumptions = pack.assumptionsInWords();
        if (assumptions.isEmpty()) {
            return;
        }
        text.line("");
        text.heading(2, wording.say("page.assumptions"));
        text.paragraph(wording.say("page.assumptions.how"));
        text.head(
                List.of(
                        wording.say("page.assumptions.fact"),
                        wording.say("page.assumptions.where"),
                        wording.say("page.limits.from"),
                        wording.say("page.assumptions.value"),
                        wording.say("page.assumptions.why")),
                "-----");
        for (AssumptionSummary one : assumptions) {
            text.row(List.of(
                    "`" + one.fact() + "`",
                    one.where().entrySet().stream()
                            .map(condition -> "`" + condition.getKey() + ": " + condition.getValue() + "`")
                            .collect(Collectors.joining(" ")),
                    one.from() == null ? wording.say("page.limits.always") : wording.day(one.from()),
                    linked(one.value()),
                    plain(one.reason())));
        }
    }

    private void facts() {
        List<Declared> facts = book.facts(wording);
        if (facts.isEmpty()) {
            return;
        }
        text.line("");
        text.heading(2, wording.say("page.facts"));
        text.head(
                List.of(
                        wording.say("page.facts.of"),
                        wording.say("page.facts.fact"),
                        wording.say("page.facts.meaning"),
                        wording.say("page.facts.ask")),
                "----");
        for (Declared fact : facts) {
            text.row(List.of(
                    "`" + fact.type() + "` " + plain(fact.of()),
                    "`" + fact.name() + "` " + plain(fact.called()),
                    plain(fact.meaning()),
                    plain(fact.ask())));
        }
    }

    /** Links limits and criteria in the engine's words, and escapes the rest. */
    private String linked(String words) {
        StringBuilder linked = new StringBuilder();
        for (Piece piece : book.pieces(words)) {
            linked.append(piece.name() ? "`" + piece.text() + "`" : plain(piece.text()));
        }
        return linked.toString();
    }

    /** Returns an author's text on one line, without markup. */
    private static String plain(String words) {
        return CleanText.of(words)
                .replaceAll("\\s+", " ")
                .replace("&", "&amp;")
                .replaceAll("([\\\\`*_{}\\[\\]<>#|~!])", "\\\\$1");
    }
}
