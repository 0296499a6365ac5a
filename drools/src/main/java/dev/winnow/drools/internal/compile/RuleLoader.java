package dev.winnow.drools.internal.compile;

import dev.winnow.language.internal.syntax.Drl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * A class loader that defines only the classes of compiled rules, after the {@link BytecodeGuard} has checked all of
 * them.
 */
final class RuleLoader extends ClassLoader {

    private final Map<String, byte[]> classes = new HashMap<>();

    private RuleLoader(Map<String, byte[]> classes) {
        super(RuleLoader.class.getClassLoader());
        classes.forEach((path, bytes) -> this.classes.put(
                path.substring(0, path.length() - ".class".length()).replace('/', '.'), bytes));
    }

    /**
     * The first violation in compiled rules, worded for winnow's developers; null if there is none. Loads no class.
     *
     * @param pack the pack's name
     */
    static @Nullable String finding(String pack, CompiledRules rules) {
        String home = Drl.rootPackage(pack) + "/";
        for (String path : rules.classes().keySet()) {
            if (!path.startsWith(home) || !path.endsWith(".class")) {
                return path + " is outside the pack";
            }
        }
        return BytecodeGuard.check(rules.classes().values(), List.of(home));
    }

    /**
     * Loads rules that {@link #finding} accepted. Each exception means that the compiler's output is not as expected.
     *
     * @throws LinkageError if a class cannot be linked
     * @throws ReflectiveOperationException if a model is missing or cannot be created
     * @throws ClassCastException if a class is not a model
     */
    static List<Model> load(CompiledRules rules) throws ReflectiveOperationException {
        RuleLoader loader = new RuleLoader(rules.classes());
        List<Model> models = new ArrayList<>();
        for (String name : rules.models()) {
            if (!loader.classes.containsKey(name)) {
                throw new ClassNotFoundException(name);
            }
            models.add((Model) loader.loadClass(name).getDeclaredConstructor().newInstance());
        }
        return models;
    }

    /** Searches the pack's own classes first, because one may have the name of an existing class. */
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
