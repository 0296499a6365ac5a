package dev.winnow.report.html;

import dev.winnow.analysis.insight.Insight;
import dev.winnow.analysis.internal.overview.Grouping;
import dev.winnow.analysis.internal.overview.Overview;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningResult;
import dev.winnow.engine.ScreeningSession;
import dev.winnow.model.domain.ChainAction;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Effect;
import dev.winnow.model.result.Explanation;
import dev.winnow.model.result.Question;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Side;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.result.VerdictReason;
import dev.winnow.model.source.Internal;
import dev.winnow.report.html.PageContent.Remark;
import dev.winnow.report.html.PageFrame.Part;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.QuestionWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.ChainCharts;
import dev.winnow.report.internal.contents.PairAdditions;
import dev.winnow.report.internal.contents.PairContents;
import dev.winnow.report.internal.document.Chart.Chains;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Origin;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.markdown.RuleBook;
import dev.winnow.report.internal.sentences.BaseCaseText;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.report.internal.sentences.Origins;
import dev.winnow.report.internal.sentences.Sensitivity;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes results as a self-contained HTML file, which works without a network, in light and dark mode, on paper and on
 * screen. No text of a pack or a universe can become code in it. Immutable and thread-safe.
 */
public final class HtmlReport {

    private static final List<String> SCRIPTS =
            List.of("document.js", "theme.js", "pairs.js", "overview.js", "pair.js", "chain.js", "views.js");
    private static final List<String> SERVED_SCRIPTS = List.of(
            "document.js",
            "theme.js",
            "pairs.js",
            "window.js",
            "overview.js",
            "pair.js",
            "chain.js",
            "live.js",
            "views.js");

    private final Wording words;
    private final FactWords facts;
    private final PageSite site;
    private final PairAdditions additions;

    private HtmlReport(Wording words, FactWords facts, PageSite site, PairAdditions additions) {
        this.words = words;
        this.facts = facts;
        this.site = site;
        this.additions = additions;
    }

    /** Returns a report in a language. */
    public static HtmlReport inWords(Wording words, FactWords facts) {
        return new HtmlReport(words, facts, PageSite.NONE, PairAdditions.NONE);
    }

    /** Returns this report as a page of a served site. */
    @Internal
    public HtmlReport on(PageSite of) {
        return new HtmlReport(words, facts, of, additions);
    }

    /** Returns this report with the sections of further sources of statements about each pair. */
    @Internal
    public HtmlReport with(PairAdditions further) {
        return new HtmlReport(words, facts, site, further);
    }

    /**
     * Writes a screening, without closing the stream: the list of candidates, reasons, open questions, the chains and
     * the rules.
     *
     * @param insight analyses of the screening; null if there are none
     */
    public void screening(ScreeningResult result, @Nullable Insight insight, OutputStream out) throws IOException {
        Screening screening = result.asked();
        List<Assessment> all = screening.assessments();
        ScreeningSession session = result.session();
        boolean searched = all.size() <= BaseCaseText.MOST_SEARCHED;
        screening(
                result,
                (searched ? session.explanationsWithCritical(all) : session.explanations(all)).toList(),
                all.isEmpty() ? null : Overview.of(all, Grouping.CITY, Set.of(), session),
                insight,
                out);
    }

    /**
     * Writes a screening whose explanations are available, without closing the stream.
     *
     * @param pairs the explanations of the requested assessments
     * @param overview null if there are no candidates
     */
    @Internal
    public void screening(
            ScreeningResult result,
            List<Explanation> pairs,
            @Nullable Overview overview,
            @Nullable Insight insight,
            OutputStream out)
            throws IOException {
        List<Assessment> all = result.asked().assessments();
        PageContent content = content(
                result,
                overview,
                PagePairs.of(pairs),
                rankings(all, insight == null ? one -> "" : Sensitivity.first(result, insight, words)));
        write(out, content, new PairContents(words, facts, besides(result, insight)), null);
    }

    /**
     * Writes a screening for a server that explains each pair when it is opened, without closing the stream.
     *
     * @param served the additions to the page
     */
    @Internal
    public void served(ScreeningResult result, ServedOverview served, OutputStream out) throws IOException {
        List<Assessment> all = result.asked().assessments();
        ScreeningSession session = result.session();
        Overview overview = all.isEmpty() ? null : Overview.of(all, Grouping.CITY, Set.of(), session);
        Insight insight = served.insight();
        PagePairs pairs = insight == null || overview == null
                ? new PagePairs(
                        all, all.stream().map(one -> Optional.<Question>empty()).toList(), List.of(), false)
                : new PagePairs(
                        all,
                        session.explanations(all).map(PagePairs::first).toList(),
                        session.explanationsWithCritical(PageFrame.assumed(overview))
                                .toList(),
                        false);
        PageContent content = content(
                result,
                overview,
                pairs,
                insight == null ? List.of() : rankings(all, Sensitivity.first(result, insight, words)));
        write(out, content, new PairContents(words, facts, one -> List.of()), served);
    }

    private PageContent content(
            ScreeningResult result, @Nullable Overview overview, PagePairs pairs, List<Remark> first) {
        Screening screening = result.asked();
        List<Assessment> all = screening.assessments();
        boolean single = all.size() == 1;
        return new PageContent(
                single
                        ? words.say(
                                "page.title.pair",
                                all.get(0).projectName(),
                                all.get(0).cityName())
                        : words.say(
                                "page.title.screening",
                                Editions.universe(screening, words).name()),
                editions(Editions.pack(screening, words), Editions.universe(screening, words)),
                days(all, words),
                screening.illustrative(),
                single ? "pair" : "overview",
                overview,
                pairs,
                rivals(result.whole()),
                first,
                new ChainCharts(words, facts).of(result.facts(), all),
                result.pack(),
                null);
    }

    /** Returns the additional sections of a pair: all of them where pairs are explained, otherwise the short ones. */
    private Function<Explanation, List<Section>> besides(ScreeningResult result, @Nullable Insight insight) {
        if (insight == null) {
            return one -> List.of();
        }
        Sensitivity sensitivity = new Sensitivity(result, insight, words, true, additions::memo);
        return one -> insight.isExplained() ? sensitivity.sections(one) : sensitivity.brief(one.assessment());
    }

    /**
     * Writes a document with the reasons of assessments and the rules behind it, without closing the stream.
     *
     * @param view the id of the view that shows it
     * @param pairs the explanations of the assessments that its links lead to
     * @param pack the rules that judged them
     */
    public void document(Document document, String view, List<Explanation> pairs, RulePack pack, OutputStream out)
            throws IOException {
        Chains chart = document.sections().stream()
                .map(HtmlRenderer::chains)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        write(
                out,
                new PageContent(
                        document.name(),
                        HtmlRenderer.origins(document),
                        document.provenance().day(),
                        !document.provenance().fictitious().isEmpty(),
                        view,
                        null,
                        PagePairs.of(pairs),
                        one -> 0,
                        List.of(),
                        chart,
                        pack,
                        document),
                new PairContents(words, facts, one -> List.of()),
                null);
    }

    private static ToIntFunction<Assessment> rivals(Screening whole) {
        Map<String, Integer> ranked = new HashMap<>();
        whole.assessments().forEach(one -> ranked.merge(one.city() + " " + one.asOf(), 1, Integer::sum));
        return one -> ranked.getOrDefault(one.city() + " " + one.asOf(), 0);
    }

    /** Returns the remark on the first place of each city and day, in order. */
    private static List<Remark> rankings(List<Assessment> all, Function<Assessment, String> first) {
        boolean dated = all.stream().map(Assessment::asOf).distinct().count() > 1;
        Map<String, Remark> remarks = new LinkedHashMap<>();
        for (Assessment one : all) {
            String of = dated ? one.cityName() + ", " + one.asOf() : one.cityName();
            remarks.computeIfAbsent(one.city() + " " + one.asOf(), ranking -> new Remark(of, first.apply(one)));
        }
        return remarks.values().stream().filter(one -> !one.text().isEmpty()).toList();
    }

    /** Writes the rules of a pack in words, without closing the stream. The page has no scripts. */
    public static void rules(RulePack pack, Wording words, OutputStream out) throws IOException {
        String style = resource("page.css");
        Map<String, Object> parameters = Map.of(
                "words", words, "book", RuleBook.of(pack, true), "policy", policy(style, List.of()), "style", style);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Templates.ENGINE.render("pack.jte", parameters, new WriterOutput(writer));
        writer.flush();
    }

    private List<Origin> editions(Edition pack, Edition universe) {
        return List.of(
                Origins.origin(words.say("page.edition.pack"), pack),
                Origins.origin(words.say("page.edition.universe"), universe));
    }

    /** Returns the day of all assessments; empty if they have several. */
    private static String days(List<Assessment> all, Wording wording) {
        List<String> days =
                all.stream().map(Assessment::asOf).distinct().map(wording::day).toList();
        return days.size() == 1 ? days.get(0) : "";
    }

    /** @param served the additions to a page that a server sends; null for a file */
    private void write(OutputStream out, PageContent matter, PairContents contents, @Nullable ServedOverview served)
            throws IOException {
        String style = resource("page.css");
        String app = (served == null ? SCRIPTS : SERVED_SCRIPTS)
                .stream().map(HtmlReport::resource).collect(Collectors.joining("\n"));
        List<String> scripts = List.of(resource("charts.js"), "(() => {\n'use strict';\n" + app + "})();\n");
        PagePairs pairs = matter.pairs();
        EmbeddedAssessments details =
                new EmbeddedAssessments(pairs.embedded() ? pairs.explained() : List.of(), contents);
        PairColumns columns = new PairColumns(pairs, words, new QuestionWords(words, facts.names()), matter.rivals());
        byte[] index = PageJson.of(json -> json.object(inside -> {
            inside.name("start").text(matter.start());
            names(inside, served != null);
            inside.name("recommend").number(matter.pack().recommendFrom());
            inside.name("decline").number(matter.pack().declineBelow());
            inside.name("rules").list(matter.pack().rules(), rule -> inside.text(rule.id()));
            inside.name("sure")
                    .list(
                            matter.first(),
                            remarks ->
                                    inside.array(row -> row.text(remarks.of()).text(remarks.text())));
            columns.write(inside);
            inside.name("criteria");
            details.criteria(inside);
            if (served != null) {
                inside.name("served").object(more -> served(more, matter, served));
            }
            Chains board = matter.board();
            if (board != null) {
                inside.name("chain");
                ChartData.write(board, inside);
            }
        }));
        PageFrame frame = new PageFrame(
                words,
                facts,
                site,
                matter,
                RuleBook.of(matter.pack(), false),
                policy(style, scripts, site),
                style,
                scripts,
                served == null
                        ? List.of(
                                new Part("index", CompressedBytes.of(index)),
                                new Part("details", CompressedBytes.of(details.details())))
                        : List.of(new Part("index", CompressedBytes.of(index))));
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Templates.ENGINE.render("page.jte", frame, new WriterOutput(writer));
        writer.flush();
    }

    private static void served(PageJson json, PageContent matter, ServedOverview served) throws IOException {
        json.name("revision").number(served.revision());
        json.name("complete").number(served.isComplete() ? 1 : 0);
        json.name("pack").text(matter.pack().edition().digest());
        MovedPairs.between(served.first(), matter.pairs().all()).write(json);
    }

    /** Writes the texts of the page's scripts, and the names of constants that are written as numbers. */
    private void names(PageJson json, boolean isServed) throws IOException {
        json.name("words").object(inside -> {
            for (Map.Entry<String, String> word : words.beginning("page.").entrySet()) {
                inside.name(word.getKey().substring("page.".length())).text(word.getValue());
            }
            if (isServed) {
                for (Map.Entry<String, String> word :
                        words.beginning("serve.overview.").entrySet()) {
                    inside.name(word.getKey()).text(word.getValue());
                }
                inside.name("serve.work.gone").text(words.say("serve.work.gone"));
            }
            inside.name("sure.title").text(words.say("sure.title"));
            for (String kind : List.of("verdict.", "because.", "effect.", "action.", "side.", "status.")) {
                for (Map.Entry<String, String> word : words.beginning(kind).entrySet()) {
                    inside.name(word.getKey()).text(word.getValue());
                }
            }
        });
        enumeration(json, "verdicts", Verdict.values());
        enumeration(json, "becauses", VerdictReason.values());
        enumeration(json, "effects", Effect.values());
        enumeration(json, "chainActions", ChainAction.values());
        enumeration(json, "sides", Side.values());
    }

    private static <E extends Enum<E>> void enumeration(PageJson json, String name, E[] values) throws IOException {
        json.name(name).list(List.of(values), one -> json.text(one.name()));
    }

    /** Returns a content security policy under which nothing is fetched and only the embedded scripts run. */
    static String policy(String style, List<String> scripts) {
        return policy(style, scripts, PageSite.NONE);
    }

    /**
     * Returns a content security policy under which only the embedded scripts and those of the page's server run, and
     * requests go to that server only.
     */
    static String policy(String style, List<String> scripts, PageSite site) {
        String own = site.isServed() ? " 'self'" : "";
        String run = scripts.isEmpty() && own.isEmpty()
                ? "'none'"
                : scripts.stream().map(HtmlReport::digest).collect(Collectors.joining(" ")) + own;
        return Stream.of(
                        "default-src 'none'",
                        "script-src " + run,
                        "style-src-elem " + digest(style) + own,
                        "style-src-attr 'unsafe-inline'", // charts position their labels by style attributes
                        "img-src data:",
                        site.isServed() ? "connect-src 'self'" : "",
                        "base-uri 'none'",
                        "form-action 'none'")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String resource(String file) {
        try (InputStream in = HtmlReport.class.getResourceAsStream("/dev/winnow/report/page/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no `page/" + file + "` among the resources of the report");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holder that loads the templates with the first page. */
    static final class Templates {
        static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
                null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());
    }
}
