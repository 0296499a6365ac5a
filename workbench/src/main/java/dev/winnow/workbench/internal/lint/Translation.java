package dev.winnow.workbench.internal.lint;

import dev.winnow.language.LimitSummary;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.pack.Check;
import dev.winnow.language.internal.pack.Check.About;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.pack.PackOutline;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.RuleTable;
import dev.winnow.language.internal.wording.PackTexts;
import dev.winnow.language.internal.wording.SentenceTemplate;
import dev.winnow.model.internal.declared.Declarations;
import dev.winnow.model.internal.declared.Fields;
import dev.winnow.model.internal.declared.Keys;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks zh.yaml against the pack that it translates: rules, criteria, limits and other texts. */
public final class Translation {

    private static final Declarations DECLARED =
            Declarations.beside(Translation.class, Map.of("file", Message.of("zh.yaml")), Map.of());

    /** The file. */
    public static final Keys FILE = DECLARED.of("file");

    private static final List<String> OF_RULE = List.copyOf(DECLARED.of("rule").names());
    private static final List<String> OF_CRITERION =
            List.copyOf(DECLARED.of("criterion").names());
    private static final List<String> OF_LIMIT =
            List.copyOf(DECLARED.of("limit").names());

    private final String pack;
    private final List<Remark> remarks = new ArrayList<>();

    private Translation(String pack) {
        this.pack = pack;
    }

    static List<Remark> of(Node file, PackOutline outline, LimitTable limits, List<CheckedRule> rules) {
        Translation translation = new Translation(outline.name());
        translation.file(file, outline, limits.summaries(), rules);
        return translation.remarks;
    }

    private void remark(Check check, About about, String id, Problem problem) {
        remarks.add(new Remark(check, about, id, problem));
    }

    /** Reports entries that do not fit the pack. */
    private void misfits(List<Problem> problems) {
        problems.forEach(problem -> remark(Check.MISTRANSLATED, About.PACK, pack, problem));
    }

    private void file(Node file, PackOutline outline, List<LimitSummary> limits, List<CheckedRule> rules) {
        List<Problem> misfits = new ArrayList<>();
        Fields fields = FILE.read(file, misfits);
        misfits(misfits);
        if (fields == null) {
            return;
        }
        whole(fields);
        Map<String, PackRule> byId = new LinkedHashMap<>();
        rules.forEach(rule -> byId.put(rule.id(), rule.rule()));
        rules(file, fields.value("rules"), byId);
        Set<String> criteria = new LinkedHashSet<>();
        outline.criteria().forEach(criterion -> criteria.add(criterion.id()));
        entries(
                        file,
                        "criteria",
                        fields.value("criteria"),
                        id -> Message.of("criterion `%s`", id),
                        criteria,
                        criteria,
                        About.CRITERION)
                .forEach((id, entry) -> translated(entry, About.CRITERION, id, OF_CRITERION));
        Set<String> conditions = new LinkedHashSet<>(outline.conditions());
        entries(
                        file,
                        "conditions",
                        fields.value("conditions"),
                        id -> Message.of("rule file without points `%s`", id),
                        conditions,
                        conditions,
                        About.CRITERION)
                .forEach((id, entry) -> translated(entry, About.CRITERION, id, OF_CRITERION));
        limits(file, fields.value("limits"), limits);
        Set<String> changeable = new LinkedHashSet<>();
        outline.changeable().forEach(one -> changeable.add(one.figure()));
        texts(entries(
                file,
                "changeable",
                fields.value("changeable"),
                id -> Message.of("changeable figure `%s`", id),
                changeable,
                changeable,
                About.PACK));
        Set<String> sources = sources(limits, rules);
        texts(entries(
                file,
                "sources",
                fields.value("sources"),
                id -> Message.of("source `%s`", id),
                sources,
                Set.of(),
                About.PACK));
    }

    /** Checks the entries of rules. A table has its own title, and may have the texts that its rows share. */
    private void rules(Node file, @Nullable Node map, Map<String, PackRule> byId) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        Set<String> needed = new LinkedHashSet<>();
        Map<String, PackRule> tables = new LinkedHashMap<>();
        byId.forEach((id, rule) -> {
            RuleTable.Row row = rule.row();
            Node shared =
                    row == null || map == null ? null : map.get(row.table().id());
            List<String> own = new ArrayList<>(OF_RULE);
            if (row != null) {
                keys.put(row.table().id(), List.of("title", "note"));
                needed.add(row.table().id());
            }
            if (row != null && !row.hasOwnReason()) {
                tables.putIfAbsent(row.table().id(), rule);
            }
            if (row != null && !row.hasOwnTitle()) {
                own.remove("title");
            }
            if (row != null
                    && !row.hasOwnReason()
                    && shared != null
                    && shared.isMap()
                    && shared.get("reason") != null) {
                own.remove("reason");
            }
            keys.put(id, own);
            if (own.size() > 1) {
                needed.add(id);
            }
        });
        Map<String, Node> entries =
                entries(file, "rules", map, id -> Message.of("rule `%s`", id), keys.keySet(), needed, About.RULE);
        entries.forEach((id, entry) -> {
            translated(entry, About.RULE, id, keys.getOrDefault(id, OF_RULE), OF_RULE);
            PackRule rule = byId.containsKey(id) ? byId.get(id) : tables.get(id);
            if (rule != null) {
                reason(entry, id, rule);
            }
        });
    }

    /** Checks the entries about the pack as a whole. */
    private void whole(Fields file) {
        for (String key : List.of("title", "purpose")) {
            if (file.lacks(key)) {
                remark(
                        Check.UNTRANSLATED,
                        About.PACK,
                        pack,
                        file.node().problem(Message.of("zh.yaml has no `%s`", key), null));
            }
        }
    }

    private void limits(Node file, @Nullable Node map, List<LimitSummary> limits) {
        Map<String, List<String>> keys = new LinkedHashMap<>();
        Set<String> needed = new LinkedHashSet<>();
        for (LimitSummary limit : limits) {
            List<String> required = new ArrayList<>(OF_LIMIT);
            if (limit.title().isEmpty()) {
                required.remove("title");
            }
            if (limit.values().stream().allMatch(value -> value.reason() == null)) {
                required.remove("reason");
            }
            keys.put(limit.id(), required);
            if (required.size() > 1) {
                needed.add(limit.id());
            }
        }
        entries(file, "limits", map, id -> Message.of("limit `%s`", id), keys.keySet(), needed, About.LIMIT)
                .forEach((id, entry) -> translated(entry, About.LIMIT, id, keys.getOrDefault(id, OF_LIMIT)));
    }

    /**
     * Returns the sources that zh.yaml may translate: each as a whole, or the part before its section. None is
     * required, since a source may have the same name in every language.
     */
    private static Set<String> sources(List<LimitSummary> limits, List<CheckedRule> rules) {
        Set<String> sources = new LinkedHashSet<>();
        rules.forEach(rule -> sources.add(rule.rule().source()));
        limits.stream().flatMap(limit -> limit.values().stream()).forEach(value -> {
            if (value.source() != null) {
                sources.add(value.source());
            }
        });
        for (String source : List.copyOf(sources)) {
            int section = source.indexOf(PackTexts.SECTION);
            if (section > 0) {
                sources.add(source.substring(0, section));
            }
        }
        return sources;
    }

    private void texts(Map<String, Node> entries) {
        entries.forEach((id, text) -> {
            if (!text.isScalar() || text.text().isBlank()) {
                remark(
                        Check.MISTRANSLATED,
                        About.PACK,
                        pack,
                        text.problem(Message.of("the translation of `%s` must be a text", id), null));
            }
        });
    }

    /** Returns the entries of known ids. Missing and unknown entries are reported. */
    private Map<String, Node> entries(
            Node file,
            String key,
            @Nullable Node map,
            Function<String, Message> named,
            Set<String> known,
            Set<String> needed,
            About about) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Node.Field field = file.fields().get(key);
        if (map != null) {
            for (Node.Field entry : map.fields().values()) {
                if (known.contains(entry.key())) {
                    entries.put(entry.key(), entry.value());
                } else {
                    remark(
                            Check.MISTRANSLATED,
                            about,
                            entry.key(),
                            entry.problem(
                                    Message.of("unknown %s", named.apply(entry.key())),
                                    Nearest.advice(entry.key(), known)));
                }
            }
        }
        for (String id : needed) {
            if (!entries.containsKey(id)) {
                Message what = Message.of("zh.yaml lacks %s", named.apply(id));
                Message advice = Message.of("add it under `%s`", key);
                Problem problem = field == null ? file.problem(what, advice) : field.problem(what, advice);
                remark(Check.UNTRANSLATED, about, id, problem);
            }
        }
        return entries;
    }

    private void translated(Node entry, About about, String id, List<String> keys) {
        translated(entry, about, id, keys, keys);
    }

    /**
     * @param keys the required keys
     * @param allowed the allowed keys
     */
    private void translated(Node entry, About about, String id, List<String> keys, List<String> allowed) {
        List<Problem> misfits = new ArrayList<>();
        if (!entry.isMap()) {
            misfits.add(entry.problem(
                    Message.of(
                            "a translation must be a map with `%s`, and for a rule or limit also `%s`",
                            "title", "reason"),
                    null));
        } else {
            entry.allow(Message.of("a translation"), allowed, misfits);
        }
        misfits.forEach(problem -> remark(Check.MISTRANSLATED, about, id, problem));
        if (entry.isMap()) {
            for (String key : keys) {
                Node value = entry.get(key);
                if (!key.equals("note") && (value == null || value.text().isBlank())) {
                    remark(
                            Check.UNTRANSLATED,
                            about,
                            id,
                            entry.problem(Message.of("the translation of `%s` has no `%s`", id, key), null));
                }
            }
        }
    }

    private void reason(Node entry, String id, PackRule rule) {
        Node reason = entry.get("reason");
        if (reason != null && reason.isScalar()) {
            int there = SentenceTemplate.places(reason.text());
            int wanted = rule.arguments().size();
            if (SentenceTemplate.of(reason.text(), wanted) == null) {
                Message what = there == wanted
                        ? Message.of(
                                "the reason of `%s` has %s `%s`, but its translation has %s, repeats one, or uses another `%s`",
                                id, wanted, "%s", there, "%")
                        : Message.of(
                                "the reason of `%s` has %s `%s`, but its translation has %s", id, wanted, "%s", there);
                remark(
                        Check.MISTRANSLATED,
                        About.RULE,
                        id,
                        reason.problem(
                                what,
                                Message.of(
                                        "write `%s` for each value in the same order, or `%s`, `%s` for another order",
                                        "%s", "%1$s", "%2$s")));
            }
        }
    }
}
