package dev.winnow.engine;

import dev.winnow.engine.Remark.About;
import dev.winnow.model.Nearest;
import dev.winnow.model.Node;
import dev.winnow.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds zh.yaml against the rules and criteria that it translates. */
final class Translation {

    static final List<String> KEYS = List.of("rules", "criteria", "title", "note");
    static final List<String> OF_RULE = List.of("title", "reason", "note");
    static final List<String> OF_CRITERION = List.of("title", "note");

    private final String pack;
    private final List<Remark> remarks = new ArrayList<>();

    private Translation(String pack) {
        this.pack = pack;
    }

    static List<Remark> of(Node file, PackOutline outline, List<CheckedRule> rules) {
        Translation translation = new Translation(outline.name());
        translation.file(file, outline, rules);
        return translation.remarks;
    }

    private void remark(Check check, About about, String id, Problem problem) {
        remarks.add(new Remark(check, about, id, problem));
    }

    /** What does not fit, as problems say it. */
    private void misfits(List<Problem> problems) {
        problems.forEach(problem -> remark(Check.MISTRANSLATED, About.PACK, pack, problem));
    }

    private void file(Node file, PackOutline outline, List<CheckedRule> rules) {
        List<Problem> misfits = new ArrayList<>();
        if (!file.isMap()) {
            misfits.add(file.problem("zh.yaml has `rules` with titles and reasons by their ids", null));
            misfits(misfits);
            return;
        }
        file.allow("zh.yaml", KEYS, misfits);
        Node ofRules = file.map("rules", misfits);
        Node ofCriteria = file.map("criteria", misfits);
        misfits(misfits);
        Map<String, PackRule> byId = new LinkedHashMap<>();
        rules.forEach(rule -> byId.put(rule.id(), rule.rule()));
        Map<String, Node> entries = entries(file, "rules", ofRules, "rule", byId.keySet(), About.RULE);
        byId.forEach((id, rule) -> {
            Node entry = entries.get(id);
            if (entry != null) {
                translated(entry, About.RULE, id, OF_RULE);
                reason(entry, rule);
            }
        });
        Set<String> criteria = new LinkedHashSet<>();
        outline.criteria().forEach(criterion -> criteria.add(criterion.id()));
        entries(file, "criteria", ofCriteria, "criterion", criteria, About.CRITERION)
                .forEach((id, entry) -> translated(entry, About.CRITERION, id, OF_CRITERION));
    }

    /** The entries by the ids that are known; what is missing, or unknown, is told. */
    private Map<String, Node> entries(
            Node file, String key, @Nullable Node map, String word, Set<String> known, About about) {
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
                                    "there is no " + word + " `" + entry.key() + "`",
                                    Nearest.advice(entry.key(), known)));
                }
            }
        }
        for (String id : known) {
            if (!entries.containsKey(id)) {
                String what = "zh.yaml lacks " + word + " `" + id + "`";
                String advice = "add it under `" + key + "`";
                Problem problem = field == null ? file.problem(what, advice) : field.problem(what, advice);
                remark(Check.UNTRANSLATED, about, id, problem);
            }
        }
        return entries;
    }

    private void translated(Node entry, About about, String id, List<String> keys) {
        List<Problem> misfits = new ArrayList<>();
        if (!entry.isMap()) {
            misfits.add(entry.problem("a translation has `title`, of a rule `reason` too", null));
        } else {
            entry.allow("a translation", keys, misfits);
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
                            entry.problem("the translation of `" + id + "` has no `" + key + "`", null));
                }
            }
        }
    }

    private void reason(Node entry, PackRule rule) {
        Node reason = entry.get("reason");
        if (reason != null && reason.isScalar()) {
            int there = Template.places(reason.text());
            int wanted = rule.arguments().size();
            if (Template.of(reason.text(), wanted) == null) {
                String what = "the reason of `" + rule.id() + "` has " + wanted + " `%s`, its translation " + there;
                remark(
                        Check.MISTRANSLATED,
                        About.RULE,
                        rule.id(),
                        reason.problem(
                                there == wanted ? what + ", one twice or another `%`" : what,
                                "write `%s` for each value in the same order, or `%1$s`, `%2$s` in another"));
            }
        }
    }
}
