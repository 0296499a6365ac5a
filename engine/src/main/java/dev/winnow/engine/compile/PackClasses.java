package dev.winnow.engine.compile;

import dev.winnow.language.pack.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Loads the classes of a pack, generated from its rules: from a cache, or compiled and then cached. */
public final class PackClasses {

    private PackClasses() {}

    /**
     * Loads the classes that texts compile to, once the {@link BytecodeGuard} has checked all of them.
     *
     * @param pack the pack's name
     * @param texts the texts, each compiled and cached on its own
     * @param type the type of the models
     * @param compiler compiles a text; throws a {@link PackException} if the result contains code that no rule needs
     * @param check throws if the models are not those of the pack
     * @return the models, one by one
     * @throws PackException if the compiler throws it, or if texts do not compile at all, which is a defect of winnow's
     *     checks
     */
    public static <T> List<T> load(
            String pack,
            List<String> texts,
            Class<T> type,
            PackCache cache,
            Function<String, CompiledRules> compiler,
            Consumer<List<T>> check) {
        try {
            Map<String, CompiledRules> kept = kept(pack, texts, cache);
            Map<String, CompiledRules> fresh = new LinkedHashMap<>();
            for (String text : texts) {
                if (!kept.containsKey(text)) {
                    fresh.put(text, compiler.apply(text));
                }
            }
            List<T> models;
            try {
                models = load(kept, fresh, type, check);
            } catch (ReflectiveOperationException | RuntimeException | LinkageError | StackOverflowError e) {
                if (kept.isEmpty()) {
                    throw e;
                }
                // Complete and allowed, but not what the compiler makes: somebody else put it there.
                kept.keySet().forEach(text -> fresh.put(text, compiler.apply(text)));
                models = load(Map.of(), fresh, type, check);
            }
            fresh.forEach((text, compiled) -> {
                Digest key = cache.key(pack, text);
                if (key != null) {
                    cache.keep(key, compiled);
                }
            });
            return models;
        } catch (PackException e) {
            throw e;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError | StackOverflowError e) {
            Problem fault = new Problem(
                    Place.file(pack),
                    Message.of("the rules are within the law, and yet cannot be made to run"),
                    0,
                    Message.of("please report it, with the pack"));
            throw new PackException(List.of(fault), e);
        }
    }

    /** The cached classes, except those that contain what is not allowed in rules. */
    private static Map<String, CompiledRules> kept(String pack, List<String> texts, PackCache cache) {
        Map<String, CompiledRules> kept = new LinkedHashMap<>();
        for (String text : texts) {
            Digest key = cache.key(pack, text);
            CompiledRules rules = key == null ? null : cache.find(key);
            if (rules != null && RuleLoader.finding(pack, rules) == null) {
                kept.put(text, rules);
            }
        }
        return kept;
    }

    private static <T> List<T> load(
            Map<String, CompiledRules> kept, Map<String, CompiledRules> fresh, Class<T> type, Consumer<List<T>> check)
            throws ReflectiveOperationException {
        List<CompiledRules> parts = new ArrayList<>(kept.values());
        parts.addAll(fresh.values());
        List<T> models = RuleLoader.load(CompiledRules.together(parts), type);
        check.accept(models);
        return models;
    }
}
