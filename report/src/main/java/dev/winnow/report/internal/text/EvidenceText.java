package dev.winnow.report.internal.text;

import dev.winnow.model.internal.history.Dossier;
import dev.winnow.model.result.Citation;
import dev.winnow.model.result.Names;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Message;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.vocabulary.DeclaredList;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.RecordShape;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.report.i18n.FactWords;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Colours;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.report.internal.layout.Page;
import dev.winnow.report.internal.sentences.Editions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes evidence as text of 80 columns: fact, value, source, date. */
public final class EvidenceText {

    private static final int LABEL = 24;
    private static final int VALUE = 24;
    private static final int SOURCE = 15;
    private static final String LATE = " *";

    /** Matches an outcome with the day by which it was known. */
    private static final Pattern ENDED = Pattern.compile("(\\w+) by (\\d{4}-\\d{2}-\\d{2})");

    /** Last entry of a list that may contain more. */
    private static final String MORE = "perhaps more";

    private static final String INDENT = "  ";

    private final EvidenceQuery evidence;
    private final Colours colours;
    private final Wording wording;
    private final Names names;
    private final FactWords facts;
    private final Page page = new Page();
    private final Set<String> sources = new TreeSet<>();
    private boolean late;
    /** The owner of the properties: {@code project}, {@code city} or the name of a list. */
    private String owner = "";

    private EvidenceText(EvidenceQuery evidence, Colours colours, Wording wording) {
        this.wording = wording;
        this.names = evidence.universe().names();
        this.facts = new FactWords(wording, names);
        this.evidence = evidence;
        this.colours = colours;
    }

    /** Returns the text; each line ends with a line feed. */
    public static String of(EvidenceQuery evidence, Colours colours, Wording wording) {
        EvidenceText text = new EvidenceText(evidence, colours, wording);
        text.head();
        evidence.dossiers().stream()
                .filter(dossier -> !evidence.isSilent(dossier))
                .forEach(text::subject);
        text.sources();
        text.foot();
        return text.page.toString();
    }

    private void head() {
        page.text(
                0,
                wording.sentence(
                        evidence.hindsight()
                                ? "winnow: universe %s, as of %s, hindsight included"
                                : "winnow: universe %s, as of %s, without hindsight",
                        Editions.named(Editions.universe(evidence.universe().edition(), names, wording)),
                        wording.day(evidence.day())));
        if (evidence.universe().illustrative()) {
            page.line(colours.strong(wording.sentence(Editions.INVENTED)));
        }
    }

    private void subject(Dossier dossier) {
        owner = owner(dossier);
        String id = identified(dossier.id());
        String name = wording.language() == Language.EN
                ? dossier.name()
                : names.translated(dossier.name(), wording.language());
        String title = wording.sentence("%s %s", kind(dossier), id);
        if (!dossier.name().equals(dossier.id()) && !name.equals(id)) {
            title = wording.sentence("%s: %s", title, name);
        }
        if (dossier.city() != null) {
            title += wording.sentence(", ") + named("cities", dossier.city());
        }
        if (dossier.kind().equals("project") && evidence.universe().illustrative(dossier.id())) {
            title = wording.sentence("%s (%s)", title, wording.sentence("invented"));
        }
        page.line("");
        Columns.wrap(title, Columns.PAGE).forEach(line -> page.line(colours.strong(line)));
        if (evidence.facts()) {
            dossier.stated().forEach(this::fact);
        }
        if (evidence.conflicts()) {
            dossier.conflicts()
                    .forEach(conflict -> page.hanging(
                            INDENT + "! ", evidence.within(conflict.place() + ": " + wording.say(conflict.what()))));
        }
        if (evidence.gaps()) {
            gaps(dossier);
        }
    }

    /** Returns the words that identify a subject; for a row of a declared list, with its terms in words. */
    private String identified(String id) {
        DeclaredList declared = names.vocabulary().list(owner);
        String[] parts = id.split(", ", -1);
        RecordShape<?> shape = names.vocabulary().rows().get(owner);
        if (declared == null && shape != null && wording.language() != Language.EN) {
            return called(facts.row(shape.name(), id.replace(", ", "/")));
        }
        if (declared == null || parts.length != declared.key().size()) {
            return called(id);
        }
        List<String> spoken = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            String refers = names.vocabulary().refers(owner, declared.key().get(i));
            spoken.add(
                    refers == null || wording.language() == Language.EN
                            ? spoken(declared.key().get(i), called(parts[i]))
                            : names.of(refers, parts[i], wording.language()));
        }
        return String.join(wording.sentence(", "), spoken);
    }

    private String owner(Dossier dossier) {
        for (Map.Entry<String, RecordShape<?>> list : names.vocabulary().rows().entrySet()) {
            if (Dossier.kind(list.getValue().name()).equals(dossier.kind())) {
                return list.getKey();
            }
        }
        return dossier.kind();
    }

    /** Returns the kind of the subject in words. */
    private String kind(Dossier dossier) {
        DeclaredList declared = names.vocabulary().list(owner);
        RecordShape<?> shape = names.vocabulary().rows().get(owner);
        return declared == null
                ? shape == null || wording.language() == Language.EN
                        ? wording.sentence(dossier.kind())
                        : facts.type(shape.name())
                : declared.rowCalled().inLanguage(wording.language());
    }

    private void fact(Citation fact) {
        Evidence evidence = fact.evidence();
        List<String> label = Columns.wrap(words(fact.property()), LABEL);
        List<String> value = Columns.wrap(value(fact), VALUE);
        List<String> source = Columns.wrap(evidence.source() == null ? "" : facts.source(evidence.source()), SOURCE);
        late |= evidence.hindsight();
        if (evidence.source() != null) {
            sources.add(Names.sourceId(evidence.source()));
        }
        String date = evidence.asOf() == null ? "" : wording.day(evidence.asOf()) + (evidence.hindsight() ? LATE : "");
        int lines = Math.max(label.size(), Math.max(value.size(), source.size()));
        for (int i = 0; i < lines; i++) {
            page.line(INDENT + cell(label, i, LABEL) + " " + cell(value, i, VALUE) + " " + cell(source, i, SOURCE) + " "
                    + (i == 0 ? date : ""));
        }
        String remark = facts.remark(evidence);
        if (remark != null) {
            String indent = " ".repeat(INDENT.length() + LABEL + 1);
            Columns.wrap("· " + remark, Columns.PAGE - indent.length())
                    .forEach(line -> page.line(indent + colours.faint(line)));
        }
    }

    private static String cell(List<String> lines, int index, int width) {
        return Columns.left(index < lines.size() ? lines.get(index) : "", width);
    }

    private String value(Citation fact) {
        Figure figure = fact.figure();
        if (wording.language() == Language.EN && !isOfWords(fact.property())) {
            return fact.value();
        }
        if (figure != null) {
            return figure.write(wording.language());
        }
        Matcher ended = ENDED.matcher(fact.value());
        if (fact.property().equals("outcome") && ended.matches()) {
            return wording.sentence(
                    "%s by %s",
                    wording.sentence(String.valueOf(ended.group(1))), wording.day(LocalDate.parse(ended.group(2))));
        }
        String list = names.vocabulary().refers(owner, fact.property());
        return wording.list(Arrays.stream(fact.value().split(", ", -1))
                .map(one -> list != null && !one.equals(MORE)
                        ? names.within(list, one, wording.language())
                        : wording.value(spoken(fact.property(), called(one))))
                .toList());
    }

    private boolean isOfWords(String property) {
        DeclaredProperty declared = names.vocabulary().property(owner, property);
        return declared != null && !declared.wordNames().isEmpty();
    }

    private String spoken(String component, String word) {
        return names.vocabulary().word(owner, component, word, wording.language());
    }

    private String called(String name) {
        return wording.name(name);
    }

    /** Returns a display name; in English the id. */
    private String named(String list, String id) {
        return wording.language() == Language.EN ? id : names.of(list, id, wording.language());
    }

    private String spoken(String component) {
        return names.vocabulary().words(owner, component, wording.language());
    }

    /**
     * Turns {@code milestones.production} into {@code milestone production}; a property that is already in words stays.
     */
    private String words(String property) {
        int dot = property.indexOf('.');
        if (property.contains(" ") || dot < 0) {
            return property.contains(" ") ? property : spoken(property);
        }
        String row = property.substring(dot + 1);
        return switch (property.substring(0, dot)) {
            case "milestones" -> wording.sentence("milestone %s", Vocabulary.spokenWord(row, wording.language()));
            case "presences" -> wording.sentence("holds %s", named("links", row));
            case "coverages" -> wording.sentence("covers %s", row);
            case "held" -> wording.sentence("held by %s", named("cities", row));
            default -> property;
        };
    }

    private void gaps(Dossier dossier) {
        List<String> unknown = new ArrayList<>();
        List<String> links = new ArrayList<>();
        for (String gap : dossier.unknown()) {
            if (gap.startsWith("presences.")) {
                links.add(named("links", gap.substring("presences.".length())));
            } else {
                unknown.add(spoken(gap));
            }
        }
        list("not known", unknown);
        list("not known whether it holds", links);
        list(
                "lists that may hold more",
                dossier.open().stream().map(this::spoken).toList());
    }

    private void list(String title, List<String> gaps) {
        if (!gaps.isEmpty()) {
            page.hanging(
                    INDENT + "? ",
                    wording.sentence("%s (%s): %s", wording.sentence(title), gaps.size(), wording.list(gaps)));
        }
    }

    /** Adds the cited sources that have a title or an address. */
    private void sources() {
        Map<String, List<String>> described = new LinkedHashMap<>();
        for (String source : sources) {
            List<String> lines = facts.described(source);
            if (!lines.isEmpty()) {
                described.put(facts.source(source), lines);
            }
        }
        if (!described.isEmpty()) {
            page.line("");
            page.line(colours.strong(wording.say("memo.sources")));
            described.forEach((source, lines) ->
                    page.hanging(INDENT, source + wording.sentence(": ") + String.join(wording.sentence("; "), lines)));
        }
    }

    private void foot() {
        List<Dossier> all = evidence.dossiers();
        List<String> counts = new ArrayList<>();
        counts.add(wording.say(Message.count(all.size(), "no subjects", "1 subject", "%s subjects")));
        if (evidence.facts()) {
            counts.add(wording.say(Message.count(
                    all.stream().mapToInt(one -> one.stated().size()).sum(), "no facts", "1 fact", "%s facts")));
        }
        if (evidence.conflicts()) {
            counts.add(wording.say(Message.count(
                    all.stream()
                            .flatMap(one -> one.conflicts().stream())
                            .distinct()
                            .count(),
                    "no conflicts",
                    "1 conflict",
                    "%s conflicts")));
        }
        if (evidence.gaps()) {
            counts.add(wording.say(
                    Message.count(all.stream().mapToInt(EvidenceQuery::gaps).sum(), "no gaps", "1 gap", "%s gaps")));
        }
        page.line("");
        page.line(String.join(wording.sentence(", "), counts));
        if (late) {
            page.line(wording.sentence("* learnt only after the decision, and left out of earlier views"));
        }
    }
}
