package dev.winnow.past.exceptions;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.past.exceptions.Overruled.Kind;
import dev.winnow.past.weights.WeightsSentences;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.contents.AboutSheet;
import dev.winnow.report.internal.contents.TableBuilder;
import dev.winnow.report.internal.document.Block;
import dev.winnow.report.internal.document.Block.Item;
import dev.winnow.report.internal.document.Block.Items;
import dev.winnow.report.internal.document.Block.Mark;
import dev.winnow.report.internal.document.Block.Paragraph;
import dev.winnow.report.internal.document.Document;
import dev.winnow.report.internal.document.Document.Origin;
import dev.winnow.report.internal.document.Document.Provenance;
import dev.winnow.report.internal.document.Section;
import dev.winnow.report.internal.document.Table;
import dev.winnow.report.internal.sentences.Editions;
import dev.winnow.report.internal.sentences.Origins;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The document of {@code exceptions}: decisions against the rules, grouped by the part of the policy overruled. */
public final class ExceptionsContents {

    /** Number of unknown facts that are listed; the explanation of the pair lists all. */
    private static final int MAX_FACTS = 4;

    private final Exceptions exceptions;
    private final Wording wording;
    private final FactWords facts;

    private ExceptionsContents(Exceptions exceptions, Wording wording, FactWords facts) {
        this.exceptions = exceptions;
        this.wording = wording;
        this.facts = facts;
    }

    /**
     * Returns the document of decisions against the rules.
     *
     * @param facts turns facts such as {@code project.fundingNeed} into words
     */
    public static Document of(Exceptions exceptions, Wording wording, FactWords facts) {
        return new ExceptionsContents(exceptions, wording, facts).document();
    }

    private Document document() {
        Names names = facts.names();
        String pack = Editions.named(Editions.pack(exceptions.pack(), names, wording));
        String title = exceptions.universe() == null
                ? wording.sentence("winnow: decisions on record against the rules; today’s pack %s", pack)
                : wording.sentence(
                        "winnow: past decisions against pack %s on universe %s",
                        pack, Editions.named(Editions.universe(exceptions.universe(), names, wording)));
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < exceptions.overruled().size(); i++) {
            sections.add(section(i, exceptions.overruled().get(i)));
        }
        return new Document(
                wording.say("sheet.title.exceptions"),
                title,
                lead(),
                sections,
                exceptions.exceptions().size() < cases()
                        ? List.of(wording.sentence("A decision against several rules is listed under each."))
                        : List.of(),
                provenance(),
                List.of(sheet(), about()),
                null);
    }

    private int cases() {
        return exceptions.overruled().stream()
                .mapToInt(one -> one.exceptions().size())
                .sum();
    }

    private Provenance provenance() {
        List<Origin> origins = new ArrayList<>();
        origins.add(Origins.origin(wording.sentence("pack"), Editions.pack(exceptions.pack(), facts.names(), wording)));
        if (exceptions.universe() != null) {
            origins.add(Origins.origin(
                    wording.sentence("universe"), Editions.universe(exceptions.universe(), facts.names(), wording)));
        }
        return new Provenance(origins, "", Origins.fictitious(exceptions.illustrative(), wording));
    }

    private List<Block> lead() {
        int all = exceptions.decisions();
        int against = exceptions.exceptions().size();
        String count = against == 0
                ? wording.say(Message.count(
                        all,
                        "There is no decision to compare with the rules.",
                        "The decision agrees with the rules.",
                        "All %s decisions agree with the rules."))
                : wording.sentence("Against the verdict of the rules: %s of %s decisions.", against, all);
        Paragraph counted = new Paragraph(withToday(count, exceptions.exceptions()));
        return exceptions.yesOrNo()
                ? List.of(counted, new Paragraph(wording.sentence(WeightsSentences.YES_OR_NO)))
                : List.of(counted);
    }

    private Section section(int place, Overruled group) {
        return new Section(
                "overruled-" + place,
                heading(group),
                List.of(
                        new Paragraph(count(group)),
                        new Items(
                                Mark.DOT,
                                group.exceptions().stream()
                                        .map(one -> item(group, one))
                                        .toList(),
                                "")));
    }

    private String heading(Overruled group) {
        String kind = wording.say("overruled." + group.kind());
        return group.id().isEmpty()
                ? kind
                : wording.sentence(
                        "%s: %s",
                        kind,
                        wording.language() == Language.EN
                                ? wording.sentence("%s (%s)", group.title(), group.id())
                                : group.title());
    }

    private String count(Overruled group) {
        String count =
                wording.say(Message.count(group.exceptions().size(), "No decisions.", "1 decision.", "%s decisions."));
        return group.agreeingToday() == 0 ? count : withToday(count, group.exceptions());
    }

    /** Adds how many decisions today's pack judges, and with how many it agrees. */
    private String withToday(String count, List<PolicyException> some) {
        long judged = some.stream().filter(one -> one.today() != null).count();
        long agreeing = some.stream().filter(PolicyException::agreesToday).count();
        return judged == 0
                ? count
                : wording.sentence(
                        "%s Of %s that today’s pack judges, it agrees with %s.",
                        count, judged, agreeing == 0 ? wording.sentence("none") : agreeing);
    }

    private Item item(Overruled group, PolicyException one) {
        List<String> below = new ArrayList<>();
        List<String> said = group.says(one);
        if (group.kind() == Kind.KNOCK_OUT_OPEN) {
            below.add(wording.sentence(
                    "Unknown: %s", wording.list(said.stream().map(facts::words).toList(), MAX_FACTS)));
        } else {
            said.forEach(reason -> below.add(wording.sentence("The rule: %s", reason)));
        }
        if (group.kind() == Kind.THRESHOLD && one.explained() != null) {
            below.add(wording.sentence(
                    "The score: %s", Numbers.range(one.explained().assessment().score())));
        }
        below.add(
                one.reason() == null
                        ? wording.sentence("No reason is given.")
                        : wording.sentence("The reason: %s", one.reason()));
        Assessment today = one.today();
        if (today != null) {
            below.add(wording.sentence("Today’s pack: %s", wording.say("verdict." + today.verdict())));
        }
        return new Item(
                wording.sentence(
                        "%s in %s, %s: rules %s, decision %s%s",
                        wording.name(one.projectName()),
                        wording.name(one.cityName()),
                        wording.day(one.day()),
                        wording.say("verdict." + one.rules()),
                        wording.say("verdict." + one.decision()),
                        by(one)),
                below);
    }

    private String by(PolicyException one) {
        String by = one.by();
        return by == null || by.isEmpty()
                ? ""
                : wording.sentence(
                        " (%s)", one.record() == null ? by : wording.sentence("%s, record %s", by, one.record()));
    }

    private record Case(Overruled group, PolicyException one) {}

    private Table sheet() {
        List<Case> cases = exceptions.overruled().stream()
                .flatMap(group -> group.exceptions().stream().map(one -> new Case(group, one)))
                .toList();
        return new TableBuilder<>(wording, "exceptions", cases)
                .text("kind", 24, row -> row.group().kind())
                .prose("title", 40, row -> row.group().title())
                .text("projectName", 28, row -> row.one().projectName())
                .text("cityName", 16, row -> row.one().cityName())
                .day("asOf", row -> row.one().day())
                .text("rules", 14, row -> row.one().rules())
                .text("decision", 14, row -> row.one().decision())
                .text("by", 20, row -> row.one().by())
                .prose("reason", row -> row.one().reason())
                .prose("says", row -> said(row))
                .text("today", 14, row -> verdict(row.one().today()))
                .printedSoFar()
                .text(
                        "rule",
                        30,
                        row -> row.group().kind().isRule() ? row.group().id() : null)
                .text(
                        "criterion",
                        20,
                        row -> row.group().kind().isRule() ? null : row.group().id())
                .text("record", 10, row -> row.one().record())
                .text("project", 16, row -> row.one().project())
                .text("city", 14, row -> row.one().city())
                .build();
    }

    private static @Nullable Object verdict(@Nullable Assessment today) {
        return today == null ? null : today.verdict();
    }

    private @Nullable String said(Case row) {
        List<String> said = row.group().says(row.one());
        return said.isEmpty()
                ? null
                : wording.list(
                        row.group().kind() == Kind.KNOCK_OUT_OPEN
                                ? said.stream().map(facts::words).toList()
                                : said);
    }

    private Table about() {
        AboutSheet about = new AboutSheet(wording, facts.names()).illustrative(exceptions.illustrative());
        if (exceptions.universe() != null) {
            about.edition("universe", exceptions.universe());
        }
        return about.edition("pack", exceptions.pack())
                .line("decisions", exceptions.decisions())
                .line("exceptions", exceptions.exceptions().size())
                .sheet()
                .build();
    }
}
