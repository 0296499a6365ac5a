package dev.winnow.model.internal.assumption;

import dev.winnow.model.internal.assumption.Assumption.Origin;
import dev.winnow.model.internal.declared.Declarations;
import dev.winnow.model.internal.declared.Fields;
import dev.winnow.model.internal.declared.Keys;
import dev.winnow.model.internal.declared.Shape;
import dev.winnow.model.internal.history.References;
import dev.winnow.model.internal.history.ValueReader;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextLength;
import dev.winnow.model.value.Evidence;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Flag;
import dev.winnow.model.value.Period;
import dev.winnow.model.value.Rates;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.Component;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads assumptions. An assumption with a problem is reported and left out. */
public final class AssumptionReader {

    /** The key of a file that lists assumptions. */
    public static final String LIST = "assumptions";

    private static final Declarations DECLARED = Declarations.beside(
            AssumptionReader.class,
            Map.of(
                    "file", Message.of("assumptions.yaml"),
                    "assumption", Message.of("an assumption"),
                    "languages", Message.of("`%s`", "reason")),
            Map.of("facts", Shape.words(vocabulary -> Assumable.all(vocabulary).keySet())));

    /** An assumption, in a pack's file or a universe. */
    public static final Keys KEYS = DECLARED.of("assumption");

    /** The file of a pack that lists assumptions. */
    public static final Keys FILE = DECLARED.of("file");

    private final Vocabulary vocabulary;
    private final Map<String, Assumable> facts;
    private final ValueReader values;
    private final Origin origin;
    private final References references;
    private final List<Problem> problems;
    private final List<Assumption> read = new ArrayList<>();

    /**
     * Creates a reader.
     *
     * @param vocabulary the facts that may be assumed
     * @param money the currency
     * @param rates the rates for amounts in other currencies; null in a pack, whose amounts are in its own currency
     * @param origin the level at which the assumptions are made
     * @param references resolves texts that name entries
     * @param problems receives the problems found
     */
    public AssumptionReader(
            Vocabulary vocabulary,
            Unit money,
            @Nullable Rates rates,
            Origin origin,
            References references,
            List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.facts = Assumable.all(vocabulary);
        this.values = new ValueReader(
                (component, node, evidence, found) -> {
                    Unit declared = Objects.requireNonNull(component.unit());
                    Unit unit = declared.isMoney() ? money : declared;
                    return rates == null
                            ? FigureText.parse(node, unit, evidence, found)
                            : rates.parse(node, unit, evidence, found);
                },
                references);
        this.origin = origin;
        this.references = references;
        this.problems = problems;
    }

    /** Reads a pack's file of assumptions; an absent file, given as null, has none. */
    public static Assumptions ofPack(@Nullable Node file, Vocabulary vocabulary, Unit money, List<Problem> problems) {
        if (file == null) {
            return Assumptions.NONE;
        }
        Fields read = FILE.read(file, problems);
        AssumptionReader reader =
                new AssumptionReader(vocabulary, money, null, Origin.PACK, References.UNCHECKED, problems);
        if (read != null) {
            read.items(LIST).forEach(reader::read);
        }
        return reader.all();
    }

    /** {@return the assumptions read so far} */
    public Assumptions all() {
        return Assumptions.of(read);
    }

    /** Reads one assumption. */
    public void read(Node given) {
        Node node = TextLength.refuse(given, problems);
        if (node.cracked()) {
            return; // reported already
        }
        List<Problem> wrong = new ArrayList<>();
        Fields fields = KEYS.read(node, wrong);
        Assumption assumption = fields == null ? null : assumption(fields, wrong);
        if (assumption != null && !node.flawed()) {
            add(assumption, Objects.requireNonNull(node.get("fact")), wrong);
        }
        problems.addAll(wrong);
    }

    private @Nullable Assumption assumption(Fields fields, List<Problem> wrong) {
        String name = fields.text("fact");
        Assumable about = name == null ? null : fact(name, fields.at("fact"), wrong);
        LocalName reason = reason(fields, wrong);
        if (about == null) {
            return null;
        }
        Map<String, String> where = where(about, fields.value("where"), wrong);
        Filling filling = filling(about, fields, wrong);
        Period from = fields.period("from");
        return filling == null || !wrong.isEmpty()
                ? null
                : new Assumption(
                        about,
                        where,
                        filling,
                        from == null ? null : from.first(),
                        reason,
                        fields.text("source"),
                        origin,
                        fields.at("fact").place());
    }

    private void add(Assumption assumption, Node fact, List<Problem> wrong) {
        for (Assumption before : read) {
            if (before.isOfSame(assumption) && Objects.equals(before.from(), assumption.from())) {
                wrong.add(fact.problem(
                        Message.of("`%s` is assumed twice under the same conditions", assumption.fact()),
                        Message.of("the other one is at %s", before.place())));
                return;
            }
            boolean always =
                    before.where().isEmpty() && before.from() == null && !(before.filling() instanceof Filling.ShareOf);
            if (always && before.about().equals(assumption.about()) && !before.isOfSame(assumption)) {
                wrong.add(fact.problem(
                        Message.of(
                                "this never applies: `%s` is assumed without `%s` before it, at %s",
                                assumption.fact(), "where", before.place()),
                        Message.of("move it before that one")));
                return;
            }
        }
        read.add(assumption);
    }

    private @Nullable Assumable fact(String name, Node at, List<Problem> wrong) {
        Assumable fact = facts.get(name);
        if (fact == null) {
            Message nearest = Nearest.advice(name, facts.keySet());
            wrong.add(at.problem(
                    Message.of("`%s` is not a fact that can be assumed", name),
                    nearest != null
                            ? nearest
                            : Message.of(
                                    "name one such as `%s`, `%s` or `%s`",
                                    "project.fundingNeed", "city.funds", "city.funds.available")));
        }
        return fact;
    }

    private Map<String, String> where(Assumable about, @Nullable Node conditions, List<Problem> wrong) {
        Map<String, String> where = new TreeMap<>();
        if (conditions == null) {
            return where;
        }
        Map<String, List<String>> keys = about.conditions(vocabulary);
        conditions.allow(
                key -> Message.of("`%s` of `%s` has no `%s`", "where", about.name(), key), keys.keySet(), wrong);
        for (Node.Field field : conditions.fields().values()) {
            List<String> words = keys.get(field.key());
            Node value = field.value();
            String text = words == null ? null : conditions.optionalText(field.key(), wrong);
            if (text != null && words != null && !words.isEmpty() && !words.contains(text)) {
                wrong.add(
                        value.problem(Message.of("`%s` is never `%s`", field.key(), text), Nearest.oneOf(text, words)));
            } else if (text != null) {
                String list = list(about, field.key());
                String named = list == null ? text : references.read(list, value, wrong);
                if (named != null) {
                    where.put(field.key(), named);
                }
            }
        }
        return where;
    }

    /** Returns the list of a universe whose entries a condition names; null if it names none. */
    private @Nullable String list(Assumable about, String key) {
        return switch (key) {
            case "link" -> "links";
            case "stage" -> "stages";
            case Assumable.CITY -> "cities";
            case "id" ->
                about.subject() == Assumable.Subject.CITY || about.subject() == Assumable.Subject.LIST
                        ? "cities"
                        : null;
            default ->
                about.subject() == Assumable.Subject.LINK || about.subject() == Assumable.Subject.STAGE
                        ? null
                        : about.shape(vocabulary).stated().stream()
                                .filter(component -> component.name().equals(key))
                                .map(Component::refers)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse(null);
        };
    }

    private @Nullable Filling filling(Assumable about, Fields fields, List<Problem> wrong) {
        Node value = fields.value("value");
        Node nothing = fields.value("nothing-unlisted");
        return value != null
                ? value(about, value, wrong)
                : nothing != null ? nothing(about, nothing, wrong) : share(about, fields, wrong);
    }

    private @Nullable Filling value(Assumable about, Node node, List<Problem> wrong) {
        if (node.isScalar() && ValueReader.isUnknown(node.text().strip())) {
            return new Filling.StaysUnknown();
        }
        Component component = about.component();
        if (component == null) {
            wrong.add(node.problem(
                    Message.of("`%s` is a list of rows, for which no value can be assumed", about.name()),
                    Message.of("did you mean `%s`?", "nothing-unlisted: true")));
            return null;
        }
        Object value = values.read(component, node, Evidence.NONE, wrong, problems);
        return value == null ? null : new Filling.Value(value);
    }

    private @Nullable Filling share(Assumable about, Fields fields, List<Problem> wrong) {
        Fields share = fields.map("share");
        if (share == null) {
            return null;
        }
        Component component = about.component();
        boolean rating = component != null
                && component.unit() != null
                && component.unit().levels() != null;
        if (component == null || component.kind() != Component.Kind.FIGURE || rating) {
            fields.report(
                    "share", Message.of("`%s` is not a figure, so it cannot be a share of one", about.name()), null);
            return null;
        }
        String of = share.text("of");
        String is = share.text("is");
        Component whole = of == null ? null : whole(about, of, share.at("of"), wrong);
        Figure figure = is == null
                ? null
                : FigureText.parse(share.at("is"), is.contains("%") ? Unit.SHARE : Unit.NUMBER, Evidence.NONE, wrong);
        return whole == null || figure == null ? null : new Filling.ShareOf(whole.name(), figure);
    }

    private @Nullable Component whole(Assumable about, String of, Node at, List<Problem> wrong) {
        Component component = Objects.requireNonNull(about.component());
        List<Component> figures = about.shape(vocabulary).stated().stream()
                .filter(one -> one.kind() == Component.Kind.FIGURE && Objects.equals(one.unit(), component.unit()))
                .filter(one -> !one.name().equals(component.name()))
                .toList();
        for (Component one : figures) {
            if (one.name().equals(of)) {
                return one;
            }
        }
        List<String> names = figures.stream().map(Component::name).toList();
        Message nearest = Nearest.advice(of, names);
        wrong.add(at.problem(
                Message.of("`%s` is not a figure of the same kind and subject as `%s`", of, about.name()),
                nearest != null || names.isEmpty() ? nearest : Message.of("it is one of %s", Message.names(names))));
        return null;
    }

    private @Nullable Filling nothing(Assumable about, Node node, List<Problem> wrong) {
        if (!about.mayBeWhole()) {
            wrong.add(node.problem(
                    Message.of("`%s` is not a list, so it cannot have unlisted rows", about.name()),
                    Message.of("did you mean `%s`?", "value: …")));
            return null;
        }
        Boolean flag = Flag.parse("nothing-unlisted", node, wrong);
        if (Boolean.FALSE.equals(flag)) {
            wrong.add(node.problem(
                    Message.of("`%s` must be `%s` or absent", "nothing-unlisted", "true"),
                    Message.of("remove the entry: without it the list may be incomplete")));
        }
        return Boolean.TRUE.equals(flag) ? new Filling.NothingUnlisted() : null;
    }

    private static @Nullable LocalName reason(Fields fields, List<Problem> wrong) {
        Node said = fields.value("reason");
        Fields languages = said == null || !said.isMap() ? null : fields.map("reason");
        String english = languages != null ? languages.text("en") : said == null ? null : said.text("reason", wrong);
        String chinese = languages == null ? null : languages.text("zh");
        return english == null && chinese == null ? null : new LocalName(english, chinese);
    }
}
