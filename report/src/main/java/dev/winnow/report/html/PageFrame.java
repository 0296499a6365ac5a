package dev.winnow.report.html;

import dev.winnow.analysis.internal.overview.Advice;
import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.model.result.Assessment;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.markdown.RuleBook;
import dev.winnow.report.internal.sentences.FirstQuestions;
import dev.winnow.report.internal.sentences.OverviewWords;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values of a page's template.
 *
 * @param words the texts of its language
 * @param facts the display names of the universe
 * @param site the additions to a page that a server sends
 * @param matter its content
 * @param book the rules, prepared for display
 * @param policy the content security policy
 * @param style the style sheet
 * @param scripts the scripts, in the order in which they run
 * @param parts embedded data
 */
record PageFrame(
        Wording words,
        FactWords facts,
        PageSite site,
        PageContent matter,
        RuleBook book,
        String policy,
        String style,
        List<String> scripts,
        List<Part> parts) {

    /** Embedded data and the id of its element. */
    record Part(String id, String packed) {}

    String say(String key, Object... values) {
        return words.say("page." + key, values);
    }

    /** Number of entries of each list at the head of a page. */
    private static final int FEW = 8;

    <T> List<T> few(List<T> all) {
        return first(all);
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(FEW, all.size()));
    }

    /** Returns the number of entries beyond {@link #FEW}. */
    int others(List<?> all) {
        return Math.max(0, all.size() - FEW);
    }

    String more(int others) {
        return words.sentence("and %s more", others);
    }

    /** Returns the names of candidates; of a long list the first, and the number of the others. */
    String called(List<Assessment> some, OverviewWords said) {
        return words.list(
                some.stream().map(one -> said.shortly(one.projectName())).toList(), FEW);
    }

    OverviewWords overviewWords() {
        return new OverviewWords(words, facts.names());
    }

    FirstQuestions undecided() {
        return matter.pairs().undecided();
    }

    /** Returns the questions that undecided candidates of a block depend on most. */
    List<OverviewWords.Asked> asked(Overview.Block block, OverviewWords said, FirstQuestions undecided) {
        return said.asked(block, undecided);
    }

    /** Returns the heading above the candidates of a block with an advice. */
    String heading(Overview.Block block, Advice advice, OverviewWords said) {
        if (advice != Advice.PURSUE_IF_ASSUMED) {
            return said.heading(advice);
        }
        List<Assessment> listed = few(block.of(advice));
        return said.headingIfAssumed(
                matter.pairs().explained().stream().filter(pair -> listed.contains(pair.assessment())));
    }

    /** Returns the candidates whose assumptions the page names: those listed because the base case recommends them. */
    static List<Assessment> assumed(Overview overview) {
        return first(overview.blocks()).stream()
                .flatMap(block -> first(block.of(Advice.PURSUE_IF_ASSUMED)).stream())
                .toList();
    }

    private List<String> remarks() {
        Document document = matter.document();
        return Stream.concat(document == null ? Stream.of() : document.remarks().stream(), Stream.of(say("weights")))
                .toList();
    }

    PageShell shell() {
        return new PageShell(
                words,
                matter.title(),
                matter.editions(),
                matter.day(),
                matter.illustrative() ? words.say("page.invented.universe") : "",
                null,
                remarks(),
                policy,
                style,
                scripts,
                parts,
                site);
    }

    /** Returns the link to a pair's view. */
    String link(Assessment one) {
        return "#pair/"
                + Stream.of(one.project(), one.city(), one.asOf().toString())
                        .map(name ->
                                URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                        .collect(Collectors.joining("/"));
    }
}
