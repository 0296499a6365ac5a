package dev.winnow.workbench.internal.scaffold;

import dev.winnow.language.PackException;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.syntax.Drl;
import dev.winnow.language.internal.syntax.Verb;
import dev.winnow.model.result.Side;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.value.Rates;
import dev.winnow.model.value.RatingLevels;
import dev.winnow.model.value.Unit;
import dev.winnow.model.vocabulary.LocalName;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.workbench.internal.edit.Additions;
import dev.winnow.workbench.internal.edit.Draft;
import dev.winnow.workbench.internal.edit.YamlList.Item;
import dev.winnow.workbench.internal.scaffold.Sample.Asked;
import dev.winnow.workbench.internal.scaffold.Sample.Fact;
import dev.winnow.workbench.internal.scaffold.Sample.Holder;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Creates packs, criteria and rules: working examples that pass {@code rules check} and {@code rules test}, for their
 * author to change. Existing files are extended in their own style and never overwritten.
 */
public final class Scaffold {

    /** The verbs of new rules, as spelled on the command line. */
    public static final List<String> VERBS =
            Arrays.stream(Verb.values()).map(Verb::option).toList();

    private static final String FACT = "[a-z][A-Za-z0-9]{2,39}";
    private static final Set<String> FIGURES = Set.of("number", "share", "money", "years");
    static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    static final String LIMITS = "limits.yaml";
    static final String LIMITS_HEADER = "# Every number that a rule compares with, and where it comes from.\nlimits:\n";

    /** The fact that a new pack declares for its example. */
    private static final Fact YIELD = Fact.of("yieldRate", "yield rate", Unit.SHARE);

    private static final String VOCABULARY = """
        # The facts that this policy asks for, beside those that every policy shares. This one is an example: make it yours.
        project:
          yieldRate:
            is: share  # yes/no, number, share, money, years, date, text, one of [small, large], list of links, …
            name: {en: yield rate, zh: 良率}
            note: {en: share of good parts, zh: 良品所占比例}
            ask: {en: 'What share of its output is good?', zh: 产品良率是多少？}
            who: owner  # who knows: owner, city, register, or whom you name
            days: 2  # what it takes to find out
        """;

    private Scaffold() {}

    /**
     * The request for a new rule.
     *
     * @param id kebab-case
     * @param criterion the criterion of the rule; null for the only one
     * @param verb one of {@link #VERBS}
     * @param points its points; null for the points that its criterion has left
     * @param bands whether to create a table of bands, each a rule of its own
     */
    public record NewRule(
            String id,
            @Nullable String criterion,
            String verb,
            @Nullable BigDecimal points,
            boolean bands) {

        /** Requests a rule without a table. */
        public NewRule(String id, @Nullable String criterion, String verb, @Nullable BigDecimal points) {
            this(id, criterion, verb, points, false);
        }
    }

    /**
     * The request for a new criterion.
     *
     * @param id kebab-case
     * @param title its title; null for its id in words
     * @param side {@code city} or {@code project}
     * @param weight its weight on its side, above 0
     */
    public record NewCriterion(String id, @Nullable String title, String side, BigDecimal weight) {}

    /**
     * The request for a new fact of projects or cities.
     *
     * @param name its name in rules and files, such as {@code yieldRate}
     * @param of the owner of the fact: {@code project} or {@code city}
     * @param is its kind, as written after {@code is:}
     * @param english its English name; null for its name in words
     * @param chinese its Chinese name; null if not given
     * @param criterion the criterion of its example rule; null for the only one
     */
    public record NewFact(
            String name,
            String of,
            String is,
            @Nullable String english,
            @Nullable String chinese,
            @Nullable String criterion) {}

    /**
     * The request for a new list of cities.
     *
     * @param name its name, such as {@code talents}
     * @param row the type of its rows in rules, such as {@code Talent}
     * @param key the text that identifies its rows
     * @param figure the number that each row has
     * @param criterion the criterion of its example rule; null for the only one
     */
    public record NewList(
            String name,
            String row,
            String key,
            String figure,
            @Nullable String criterion) {}

    /** The kinds of new facts, as written after {@code is:}; each may follow {@code list of}. */
    public static final List<String> FACTS = List.of(
            "yes/no",
            "number",
            "share",
            "money",
            "years",
            "date",
            "text",
            "rating 1–5",
            "one of [small, large]",
            "link",
            "end market",
            "track",
            "sub-track",
            "stage",
            "firm",
            "city",
            "list of texts");

    private static final Pattern CHOICE =
            Pattern.compile("(list of )?one of \\[\\s*([^,\\]]+?)\\s*(?:,\\s*([^,\\]]+?)\\s*)?(?:,.*)?]");

    private static final Pattern WORD =
            Pattern.compile("(?:text|link|end market|track|sub-track|stage|firm|city)|list of (?:texts|links|end"
                    + " markets|tracks|sub-tracks|stages|firms|cities)");

    /** Returns the example condition for a fact that is not a figure; null for a figure, a flag or an unknown kind. */
    private static @Nullable Asked asked(String name, String is) {
        if (is.equals("date")) {
            return new Asked(
                    "AsOf( $today : date )\n  ", name + " <= $today", "2025-01-01", "2025-12-31", "asOf: 2025-06-30");
        }
        Matcher choice = CHOICE.matcher(is);
        boolean words = choice.matches();
        if (!words && !WORD.matcher(is).matches()) {
            return null;
        }
        boolean list = is.startsWith("list of ");
        boolean city = is.equals("city") || is.equals("list of cities");
        String yes = words ? choice.group(2) : city ? "city" : "example";
        String no = !words ? "another" : choice.group(3) == null ? "" : choice.group(3);
        return new Asked(
                "",
                name + (list ? " contains \"" : " == \"") + yes + "\"",
                list ? "[" + yes + "]" : yes,
                list ? "[" + no + "]" : no,
                city ? "cities: [{id: another}]" : "");
    }

    /**
     * {@return a draft that declares a list of cities, with a rule that reads its rows, its limit and cases}
     *
     * @param folder the folder of the pack
     * @param request the request
     * @throws PackException if the pack does not exist
     */
    public static Draft list(Path folder, NewList request) {
        return list(folder, Map.of(), request);
    }

    /** {@return the same for a pack with unsaved texts, given by file name} */
    public static Draft list(Path folder, Map<String, String> unsaved, NewList request) {
        PackStock stock = PackStock.of(folder, unsaved);
        if (!stock.unreadable().isEmpty()) {
            return Draft.refused(stock.unreadable());
        }
        for (String name : List.of(request.name(), request.key(), request.figure())) {
            if (!name.matches(FACT)) {
                return Draft.refused(unfitFact(name));
            }
        }
        if (!request.row().matches("[A-Z][A-Za-z0-9]{2,39}") || stock.hasType(request.row())) {
            return Draft.refused(Message.of("`%s` is not a valid name for the rows of a list", request.row())
                    .with(Message.of("use a capital letter, then letters and digits, such as `%s`", "Talent")));
        }
        String rule = stock.freeRule(kebab(request.name()) + "-high-enough");
        NewRule asked = new NewRule(rule, request.criterion(), Verb.AWARD.option(), null);
        Message complaint = complaint(asked, Verb.AWARD, stock);
        if (complaint != null) {
            return Draft.refused(complaint);
        }
        String criterion = request.criterion() == null ? stock.criteria().get(0) : request.criterion();
        Fact fact = Fact.of(request.figure(), LocalName.inWords(request.figure()), Unit.NUMBER);
        Sample.Wish wish = new Sample.Wish(
                rule, Verb.AWARD, stock.pointsLeft(criterion), criterion, fact, stock.freeLimit(rule), "");
        Additions pack = new Additions(stock.files());
        pack.entry(
                Vocabulary.FILE,
                "# The facts that this policy asks for.\n",
                "city lists",
                "  " + request.name() + ":\n"
                        + "    row: " + request.row() + "  # what rules call a row\n"
                        + "    name: {en: '" + LocalName.inWords(request.name()) + "'}\n"
                        + "    row-name: {en: '" + LocalName.inWords(request.row()) + "'}\n"
                        + "    key: [" + request.key() + "]  # what tells rows apart\n"
                        + "    has:\n"
                        + "      " + request.key() + ": {is: text, name: {en: '" + LocalName.inWords(request.key())
                        + "'}}\n"
                        + "      " + request.figure() + ": {is: number, name: {en: '"
                        + LocalName.inWords(request.figure()) + "'}}\n");
        sample(
                pack,
                stock.name(),
                criterion,
                words(criterion),
                Sample.figure(wish, Holder.rows(request.name(), request.row(), request.key())));
        return pack.tried(Set.of(rule), stock.problems());
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static Message unfitFact(String name) {
        return Message.of("`%s` is not a valid name for a fact", name)
                .with(Message.of(
                        "use a lower-case letter, then letters and digits, 3 to 40 in all, such as `%s`",
                        "ownsTechnology"));
    }

    /**
     * {@return a draft that adds a rule file without points to a pack, with one rule that notes}
     *
     * @param folder the folder of the pack
     * @param id its id, kebab-case
     * @throws PackException if the pack does not exist
     */
    public static Draft condition(Path folder, String id) {
        return condition(folder, Map.of(), id);
    }

    /** {@return the same for a pack with unsaved texts, given by file name} */
    public static Draft condition(Path folder, Map<String, String> unsaved, String id) {
        PackStock stock = PackStock.of(folder, unsaved);
        if (!stock.unreadable().isEmpty()) {
            return Draft.refused(stock.unreadable());
        }
        if (!Drl.isName(id)) {
            return Draft.refused(unfit(Message.of("`%s` is not a valid name for a condition", id), id));
        }
        if (stock.criteria().contains(id) || stock.files().raw(id + ".drl") != null) {
            return Draft.refused(Message.of("the pack already has `%s`", id)
                    .with(Message.of("did you mean `%s`?", "winnow rules new rule ID --criterion " + id)));
        }
        Additions pack = new Additions(stock.files());
        if (stock.anyCondition()) {
            pack.item("pack.yaml", "", "conditions", new Item(List.of("- " + id), id, false));
        } else {
            pack.text(
                    "pack.yaml",
                    "",
                    "# Rules without points: they limit what criteria may count, or say something.\n" + "conditions: ["
                            + id + "]\n");
        }
        String rule = stock.freeRule(id + "-noted");
        Sample.Wish wish = new Sample.Wish(
                rule, Verb.NOTE, BigDecimal.ZERO, id, stock.freeFact(), stock.freeLimit(rule + "-limit"), "");
        sample(pack, stock.name(), id, words(id), Sample.of(wish));
        return pack.tried(Set.of(rule), stock.problems());
    }

    /**
     * {@return a draft that declares a fact of projects or cities, with a rule that reads it, its limit and cases}
     *
     * @param folder the folder of the pack
     * @param request the request
     * @throws PackException if the pack does not exist
     */
    public static Draft fact(Path folder, NewFact request) {
        return fact(folder, Map.of(), request);
    }

    /** {@return the same for a pack with unsaved texts, given by file name} */
    public static Draft fact(Path folder, Map<String, String> unsaved, NewFact request) {
        PackStock stock = PackStock.of(folder, unsaved);
        if (!stock.unreadable().isEmpty()) {
            return Draft.refused(stock.unreadable());
        }
        Asked question = asked(request.name(), request.is());
        RatingLevels levels = Vocabulary.rating(request.is());
        if (question == null
                && levels == null
                && !FIGURES.contains(request.is())
                && !request.is().equals("yes/no")) {
            return Draft.refused(Message.of("a fact cannot be a `%s`", request.is())
                    .with(Message.of("use one of %s, or `%s` them", Message.names(FACTS), "list of")));
        }
        if (!request.of().equals("project") && !request.of().equals("city")) {
            return Draft.refused(Message.of(
                            "a fact must be of `%s` or `%s`, found `%s`", "project", "city", request.of())
                    .with(Message.of("declare a list of cities with its own command: `%s`", "winnow rules new list")));
        }
        boolean city = request.of().equals("city");
        if (stock.hasFact(city ? "City" : "Project", request.name())) {
            return Draft.refused((city
                            ? Message.of("a city already has `%s`", request.name())
                            : Message.of("a project already has `%s`", request.name()))
                    .with(Message.of("use another name")));
        }
        if (!request.name().matches(FACT)) {
            return Draft.refused(unfitFact(request.name()));
        }
        String kebab = kebab(request.name());
        boolean claim = request.is().equals("yes/no");
        String rule = stock.freeRule(kebab + (claim ? "-stated" : question != null ? "-met" : "-high-enough"));
        NewRule asked = new NewRule(rule, request.criterion(), Verb.AWARD.option(), null);
        Message complaint = complaint(asked, Verb.AWARD, stock);
        if (complaint != null) {
            return Draft.refused(complaint);
        }
        String criterion = request.criterion() == null ? stock.criteria().get(0) : request.criterion();
        String words = request.english() == null ? LocalName.inWords(request.name()) : request.english();
        Unit unit = levels != null
                ? Unit.rating(levels)
                : request.is().equals("share")
                        ? Unit.SHARE
                        : request.is().equals("money") ? stock.money() : Unit.NUMBER;
        Fact fact = Fact.of(request.name(), words, unit);
        Sample.Wish wish = new Sample.Wish(
                rule, Verb.AWARD, stock.pointsLeft(criterion), criterion, fact, stock.freeLimit(rule), "");
        Additions pack = new Additions(stock.files());
        Holder holder = city ? Holder.CITY : Holder.PROJECT;
        pack.entry(
                Vocabulary.FILE,
                "# The facts that this policy asks for.\n",
                request.of(),
                declaration(request, levels, words));
        sample(
                pack,
                stock.name(),
                criterion,
                words(criterion),
                claim
                        ? Sample.claim(wish, holder)
                        : question != null ? Sample.meets(wish, holder, question) : Sample.figure(wish, holder));
        return pack.tried(Set.of(rule), stock.problems());
    }

    private static String declaration(NewFact request, @Nullable RatingLevels levels, String words) {
        String chinese =
                request.chinese() == null ? "" : ", zh: '" + request.chinese().replace("'", "''") + "'";
        return "  " + request.name() + ":\n"
                + "    is: " + request.is() + "\n"
                + "    name: {en: '" + words.replace("'", "''") + "'" + chinese + "}\n"
                + (levels == null ? "" : described(levels))
                + "    ask: {en: '"
                + (request.is().equals("yes/no") ? "Is it true of the " + request.of() + ": " : "What is its ")
                + words.replace("'", "''") + "?'}  # the question that asks for it\n"
                + "    who: " + (request.of().equals("city") ? "city" : "owner")
                + "  # who knows: owner, city, register, or whom you name\n"
                + "    days: 2  # what it takes to find out\n";
    }

    private static String described(RatingLevels levels) {
        StringBuilder described = new StringBuilder("    levels:  # what each level means, in both languages\n");
        for (int i = 0; i < levels.levels().size(); i++) {
            String name = levels.levels().get(i).english();
            String level = name == null ? String.valueOf(levels.lowest() + i) : name;
            described.append("      %1$s: {en: describe level %1$s, zh: %1$s级的说明}\n".formatted(level));
        }
        return described.toString();
    }

    /**
     * {@return a draft of a pack with a criterion and a rule on each side, in a folder that does not exist yet}
     *
     * @param folder the folder of the pack
     * @param currency the currency of its amounts
     */
    public static Draft pack(Path folder, Unit currency) {
        PackFiles files = PackFiles.none(folder);
        String name = files.folderName();
        Message complaint = complaint(name, folder);
        if (complaint != null) {
            return Draft.refused(complaint);
        }
        Additions pack = new Additions(files);
        pack.text("pack.yaml", "", packYaml(name, currency));
        pack.text(Vocabulary.FILE, "", VOCABULARY);
        String market = "market-large-enough";
        String yield = "yield-high-enough";
        sample(
                pack,
                name,
                "local-demand",
                "Does the city want what the project makes?",
                Sample.demand(market, market, currency));
        sample(
                pack,
                name,
                "quality",
                "Does the project bring what the city looks for?",
                Sample.of(new Sample.Wish(yield, Verb.AWARD, BigDecimal.valueOf(100), "quality", YIELD, yield, "")));
        pack.text("README.md", "", "# " + name + "\n\nWhat this pack is for, and what is assumed in it.\n");
        return pack.tried(Set.of(market, yield), List.of());
    }

    /**
     * {@return a draft of a pack that starts as a copy of another one}
     *
     * @param folder the folder of the new pack
     * @param from the folder of the copied pack
     * @param currency its currency; null to keep that of the copied pack
     * @param rates the rates by which amounts are converted
     * @throws PackException if the copied pack does not exist
     */
    public static Draft copy(Path folder, Path from, @Nullable Unit currency, Rates rates) {
        String name = PackFiles.none(folder).folderName();
        Message complaint = complaint(name, folder);
        return complaint == null ? CopiedPack.of(name, folder, from, currency, rates) : Draft.refused(complaint);
    }

    private static @Nullable Message complaint(String name, Path folder) {
        if (!Drl.isName(name)) {
            return unfit(Message.of("`%s` is not a valid name for a pack", name), name);
        }
        return Files.exists(folder)
                ? Message.of("`%s` already exists", folder).with(Message.of("use another name"))
                : null;
    }

    private static String packYaml(String name, Unit currency) {
        return "# " + name + ": change every line to what you mean; `winnow rules check " + name
                + "` tells what is wrong.\n"
                + "name: " + name + "  # the folder's name\n"
                + (currency.equals(Unit.MONEY) ? "" : "currency: " + currency.currency() + "  # of all its amounts\n")
                + "title: " + words(name) + "\n"
                + "version: 0.1.0\n"
                + "owner: who answers for it\n"
                + "purpose: what it is for in a sentence\n\n"
                + "criteria:  # one rule file each; at least one of what the project gains"
                + " and one of what the city gains\n"
                + "  - {id: local-demand, title: Local demand, side: project, weight: 10}\n"
                + "  - {id: quality, title: Quality, side: city, weight: 10}\n\n"
                + "thresholds: {recommend: 50, decline: 25}  # scores from 0 to 100\n";
    }

    /**
     * {@return a draft that adds a criterion to a pack, with a rule that earns all its points}
     *
     * @param folder the folder of the pack
     * @param request the request
     * @throws PackException if the pack does not exist
     */
    public static Draft criterion(Path folder, NewCriterion request) {
        return criterion(folder, Map.of(), request);
    }

    /** {@return the same for a pack with unsaved texts, given by file name} */
    public static Draft criterion(Path folder, Map<String, String> unsaved, NewCriterion request) {
        PackStock stock = PackStock.of(folder, unsaved);
        String id = request.id();
        if (!stock.unreadable().isEmpty()) {
            return Draft.refused(stock.unreadable());
        }
        if (!Drl.isName(id)) {
            return Draft.refused(unfit(Message.of("`%s` is not a valid name for a criterion", id), id));
        }
        if (stock.criteria().contains(id) || stock.files().raw(id + ".drl") != null) {
            return Draft.refused(Message.of("the pack already has `%s`", id)
                    .with(Message.of("did you mean `%s`?", "winnow rules new rule ID --criterion " + id)));
        }
        if (Arrays.stream(Side.values()).noneMatch(side -> side.words().equals(request.side()))) {
            return Draft.refused(
                    Message.of("the side must be `%s` or `%s`, found `%s`", "city", "project", request.side()));
        }
        if (request.weight().signum() <= 0
                || request.weight().scale() > 6
                || request.weight().precision() > 12) {
            return Draft.refused(Message.of("a weight must be a number above 0 with at most six decimals"));
        }
        Additions pack = new Additions(stock.files());
        String title = request.title() == null ? words(id) : request.title();
        String quoted = quoted(title);
        String weight = request.weight().toPlainString();
        pack.item(
                "pack.yaml",
                "",
                "criteria",
                new Item(
                        List.of(
                                "- id: " + id,
                                "  title: " + quoted,
                                "  side: " + request.side(),
                                "  weight: " + weight),
                        "{id: " + id + ", title: " + quoted + ", side: " + request.side() + ", weight: " + weight + "}",
                        true));
        String rule = stock.freeRule(id + "-reached");
        Fact fact = stock.freeFact();
        sample(
                pack,
                stock.name(),
                id,
                title + ": what does it ask?",
                Sample.of(new Sample.Wish(
                        rule, Verb.AWARD, BigDecimal.valueOf(100), id, fact, stock.freeLimit(rule + "-limit"), "")));
        return pack.tried(Set.of(rule), stock.problems());
    }

    /**
     * {@return a draft that adds a rule to a pack, with its limit and cases}
     *
     * @param folder the folder of the pack
     * @param request the request
     * @throws PackException if the pack does not exist
     */
    public static Draft rule(Path folder, NewRule request) {
        return rule(folder, Map.of(), request);
    }

    /** {@return the same for a pack with unsaved texts, given by file name} */
    public static Draft rule(Path folder, Map<String, String> unsaved, NewRule request) {
        PackStock stock = PackStock.of(folder, unsaved);
        if (!stock.unreadable().isEmpty()) {
            return Draft.refused(stock.unreadable());
        }
        Verb verb = Arrays.stream(Verb.values())
                .filter(one -> one.option().equals(request.verb()))
                .findFirst()
                .orElse(null);
        Message complaint = verb == null
                ? Message.of("a rule cannot `%s`", request.verb()).with(nearest(request.verb(), VERBS))
                : complaint(request, verb, stock);
        if (verb == null || complaint != null) {
            return Draft.refused(Objects.requireNonNull(complaint));
        }
        String criterion = request.criterion() == null ? stock.criteria().get(0) : request.criterion();
        String capped = stock.isScored(criterion) ? criterion : stock.firstScored();
        BigDecimal points = request.points() == null ? stock.pointsLeft(criterion) : request.points();
        Sample.Wish wish = new Sample.Wish(
                request.id(),
                verb,
                points,
                capped,
                stock.freeFact(),
                stock.freeLimit(request.id() + "-limit"),
                stock.freeLimit(request.id() + "-ceiling"));
        Additions pack = new Additions(stock.files());
        sample(pack, stock.name(), criterion, words(criterion), request.bands() ? Sample.bands(wish) : Sample.of(wish));
        return pack.tried(
                request.bands() ? Set.of(request.id() + "-high", request.id() + "-low") : Set.of(request.id()),
                stock.problems());
    }

    private static @Nullable Message complaint(NewRule request, Verb verb, PackStock stock) {
        String id = request.id();
        String criterion = request.criterion();
        if (!id.matches(KEBAB) || id.length() > 60) {
            return unfit(Message.of("`%s` is not a valid id for a rule", id), id);
        }
        if (stock.rules().contains(id)) {
            return Message.of("the pack already has a rule `%s`", id)
                    .with(Message.of("did you mean `%s`?", stock.freeRule(id)));
        }
        if (criterion == null && stock.criteria().size() != 1) {
            return Message.of(
                    "name the rule file it goes into: %s",
                    Message.names(stock.criteria().stream()
                            .map(one -> "--criterion " + one)
                            .toList()));
        }
        if (criterion != null && !stock.criteria().contains(criterion)) {
            return Message.of("unknown criterion `%s`", criterion).with(nearest(criterion, stock.criteria()));
        }
        boolean awards = verb.effect().hasPoints();
        if (request.bands() && verb != Verb.AWARD) {
            return Message.of("a table of bands awards points, so it cannot `%s`", verb.option());
        }
        if (awards && criterion != null && !stock.isScored(criterion)) {
            return Message.of("`%s` is a file without points, so a rule in it cannot award any", criterion)
                    .with(Message.of("did you mean `%s`?", "--verb red-flag"));
        }
        if (!awards && request.points() != null) {
            return Message.of("only `%s` and `%s` have points, not `%s`", "award", "award-share", verb.option());
        }
        boolean odd = request.points() != null
                && (request.points().signum() <= 0
                        || request.points().compareTo(BigDecimal.valueOf(100)) > 0
                        || request.points().scale() > 6);
        return odd ? Message.of("points must be a number above 0, at most 100, with at most six decimals") : null;
    }

    /** Returns a text as a value of a YAML file. */
    static String quoted(String text) {
        return text.matches("[\\p{L}][\\p{L}\\p{N} -]*") ? text : "'" + text.replace("'", "''") + "'";
    }

    private static void sample(Additions pack, String name, String criterion, String comment, Sample sample) {
        String header = "// " + comment + "\n"
                + Drl.header(Drl.packageName(name, criterion))
                        .toString()
                        .replace("\n" + Drl.HEADER.get(0), "\n\n" + Drl.HEADER.get(0))
                        .replace("\nglobal", "\n\nglobal")
                + "\n";
        pack.text(criterion + ".drl", header, sample.rule());
        sample.limits().forEach(limit -> pack.item(LIMITS, LIMITS_HEADER, "limits", limit));
        String cases = "# Worked examples of " + criterion + ".drl.\ncases:\n";
        sample.cases().forEach(one -> pack.item("cases/" + criterion + ".yaml", cases, "cases", one));
    }

    /** Converts {@code local-demand} to {@code Local demand}. */
    private static String words(String id) {
        String words = id.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Message nearest(String word, List<String> known) {
        return Nearest.advice(word, known, Message.of("use one of %s", Message.names(known)));
    }

    /** Returns the message for an invalid name, with a valid one as a hint. */
    static Message unfit(Message what, String name) {
        String kebab = name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-$", "");
        if (name.matches(KEBAB)) {
            return Message.of("%s: it is too long, or a reserved word; choose another", what);
        }
        return what.with(
                kebab.matches(KEBAB) && Drl.isName(kebab)
                        ? Message.of("did you mean `%s`?", kebab)
                        : Message.of("use lower-case letters and digits, with a single `%s` between words", "-"));
    }
}
