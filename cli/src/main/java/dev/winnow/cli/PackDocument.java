package dev.winnow.cli;

import dev.winnow.engine.CaseSummary;
import dev.winnow.engine.Criterion;
import dev.winnow.engine.LimitSummary;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.RuleSummary;
import dev.winnow.engine.RuleWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A pack as a document that people read: its criteria, each rule in words with its cases, and its limits; in Markdown. */
final class PackDocument {

    private final RulePack pack;
    private final Map<String, RuleWords> words;
    private final StringBuilder text = new StringBuilder();

    private PackDocument(RulePack pack) {
        this.pack = pack;
        this.words = pack.inWords().stream().collect(Collectors.toMap(RuleWords::rule, Function.identity()));
    }

    /** The document, each line ended. */
    static String of(RulePack pack) {
        PackDocument document = new PackDocument(pack);
        document.head();
        for (Criterion criterion : pack.criteria()) {
            document.chapter(
                    criterion.title(),
                    criterion.id(),
                    "on the " + criterion.side().words() + "'s side, weight " + number(criterion.weight()));
        }
        for (String conditions : pack.conditions()) {
            document.chapter("Conditions: " + conditions, conditions, "scores nothing");
        }
        document.limits();
        return document.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void head() {
        line("# " + plain(pack.title()));
        line("");
        line(plain(pack.purpose()));
        line("");
        line("Pack `" + pack.name() + "`, version " + plain(pack.version()) + ", owner " + plain(pack.owner())
                + ". Files: SHA-256 " + pack.digest().substring(0, 12) + "…");
        line("");
        line("| criterion | whose gain | weight | points that its rules can award |");
        line("|---|---|---:|---:|");
        for (Criterion criterion : pack.criteria()) {
            line("| " + plain(criterion.title()) + " | the "
                    + criterion.side().words() + "'s | " + number(criterion.weight()) + " | "
                    + number(pack.reachable(criterion.id())) + " |");
        }
        line("");
        line(
                "A criterion goes from 0 to 100. Each side, the project's and the city's, is the weighted mean of its criteria; the"
                        + " score is the lower side, since a match needs both. From " + number(pack.recommendFrom())
                        + " a candidate is recommended, below " + number(pack.declineBelow())
                        + " it is declined, in between it is held. Weights and points are the modeller's.");
    }

    private void chapter(String title, String file, String about) {
        line("");
        line("## " + plain(title));
        line("");
        line("`" + file + "`, " + about);
        for (RuleSummary rule : pack.rules()) {
            if (rule.criterion().equals(file)) {
                rule(rule, words.get(rule.id()));
            }
        }
    }

    private void rule(RuleSummary rule, @Nullable RuleWords said) {
        line("");
        line("### " + plain(rule.title()));
        line("");
        line("`" + rule.id() + "`" + about(rule));
        line("");
        if (said != null) {
            if (!said.conditions().isEmpty()) {
                line("When");
                line("");
                said.conditions().forEach(condition -> line("- " + linked(condition)));
                line("");
            }
            line("then it **" + linked(said.effect()) + "**, and says: “" + plain(said.reason()) + "”");
            line("");
        }
        line("Source: " + plain(rule.source()));
        cases(rule.id());
    }

    private static String about(RuleSummary rule) {
        StringBuilder about = new StringBuilder();
        if (rule.family() != null) {
            about.append(", of the family `").append(rule.family()).append("`, which counts once");
        }
        if (rule.action() != null) {
            about.append(", what the project does to the chain: ")
                    .append(rule.action().name().toLowerCase(Locale.ROOT));
        }
        return about.toString();
    }

    private void cases(String rule) {
        List<CaseSummary> cases =
                pack.cases().stream().filter(one -> one.rule().equals(rule)).toList();
        if (!cases.isEmpty()) {
            line("");
            line("| example | it |");
            line("|---|---|");
            cases.forEach(one -> line("| " + plain(one.sentence()) + " | " + one.expected() + " |"));
        }
    }

    private void limits() {
        if (pack.limits().isEmpty()) {
            return;
        }
        line("");
        line("## Limits");
        line("");
        line("| limit | from | value | source |");
        line("|---|---|---:|---|");
        for (LimitSummary limit : pack.limits()) {
            String name = "`" + limit.id() + "`" + (limit.title().isEmpty() ? "" : " " + plain(limit.title()));
            for (LimitSummary.Dated dated : limit.values()) {
                String source = dated.source() != null
                        ? plain(dated.source())
                        : "assumed" + (dated.reason() == null ? "" : ": " + plain(dated.reason()));
                line("| " + name + " | " + (dated.from() == null ? "always" : dated.from()) + " | "
                        + plain(dated.value().toString()) + " | " + source + " |");
                name = "";
            }
        }
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Words of the engine: names of limits and criteria in backticks stay as they are, the rest is an author's. */
    private static String linked(String words) {
        StringBuilder linked = new StringBuilder();
        String[] parts = words.split("`", -1);
        for (int i = 0; i < parts.length; i++) {
            linked.append(i % 2 == 0 ? plain(parts[i]) : "`" + parts[i] + "`");
        }
        return linked.toString();
    }

    /** An author's text, of which nothing is markup. */
    static String plain(String words) {
        return Columns.clean(words).replaceAll("\\s+", " ").replaceAll("([\\\\`*_{}\\[\\]<>#|~!&])", "\\\\$1");
    }
}
