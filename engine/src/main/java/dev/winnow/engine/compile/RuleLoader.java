package dev.winnow.engine.compile;

import dev.winnow.language.syntax.Drl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Defines the classes of compiled rules, and none but those; none at all before the {@link BytecodeGuard} has seen them all. */
final class RuleLoader extends ClassLoader {

    private final Map<String, byte[]> classes = new HashMap<>();

    private RuleLoader(Map<String, byte[]> classes) {
        super(RuleLoader.class.getClassLoader());
        classes.forEach((path, bytes) -> this.classes.put(
                path.substring(0, path.length() - ".class".length()).replace('/', '.'), bytes));
    }

    /**
     * What is not allowed in compiled rules, for winnow's developers; null if there is nothing. Nothing is loaded.
     *
     * @param pack the pack's name
     */
    static @Nullable String finding(String pack, CompiledRules rules) {
        String home = Drl.rootPackage(pack) + "/";
        for (String path : rules.classes().keySet()) {
            if (!path.startsWith(home) || !path.endsWith(".class")) {
                return path + " stands outside the pack";
            }
        }
        return BytecodeGuard.check(rules.classes().values(), List.of(home));
    }

    /**
     * Loads rules in which there was no finding.
     *
     * @param type what their models are
     * @throws LinkageError if they are not what the compiler makes; so do the others
     * @throws ReflectiveOperationException if a model is missing, or cannot be made
     * @throws ClassCastException if a model is none
     */
    static <T> List<T> load(CompiledRules rules, Class<T> type) throws ReflectiveOperationException {
        RuleLoader loader = new RuleLoader(rules.classes());
        List<T> models = new ArrayList<>();
        for (String name : rules.models()) {
            if (!loader.classes.containsKey(name)) {
                throw new ClassNotFoundException(name);
            }
            models.add(type.cast(loader.loadClass(name).getDeclaredConstructor().newInstance()));
        }
        return models;
    }

    /** The pack's own classes first: one of them may be named like another that is there already. */
    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!classes.containsKey(name)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
