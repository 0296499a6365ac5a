package dev.winnow.engine.internal.join;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.engine.Matcher;
import dev.winnow.engine.Screener;
import dev.winnow.engine.internal.join.JoinFaultRun.Scene;
import dev.winnow.model.universe.Universe;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * That the join evaluator and PHREAK agree proves something only if they would not agree were it wrong: each planted fault
 * makes a difference to what a few universes come to.
 */
class JoinFaultsTest {

    private static final List<Scene> SCENES = JoinFaultRun.scenes();

    private static final int NONE = -1;

    private static List<Integer> right;

    @BeforeAll
    static void screenByPhreak() {
        ToIntBiFunction<Path, Universe> phreak = JoinFaultRun.screening(pack -> Screener.of(pack, Matcher.PHREAK));
        right = SCENES.stream()
                .map(scene -> phreak.applyAsInt(scene.pack(), scene.universe()))
                .toList();
    }

    @Test
    void withoutAFaultTheSameIsFound() throws ReflectiveOperationException {
        assertThat(firstDifference(null)).isEqualTo(NONE);
    }

    @ParameterizedTest
    @EnumSource
    void isCaught(JoinFault fault) throws ReflectiveOperationException {
        assertThat(firstDifference(fault)).isNotEqualTo(NONE);
    }

    /** The number of the first scene in which something else is found than by PHREAK, or in which no way on is found. */
    private static int firstDifference(@Nullable JoinFault fault) throws ReflectiveOperationException {
        ToIntBiFunction<Path, Universe> screening = screening(fault);
        for (int i = 0; i < SCENES.size(); i++) {
            Scene scene = SCENES.get(i);
            try {
                if (screening.applyAsInt(scene.pack(), scene.universe()) != right.get(i)) {
                    return i;
                }
            } catch (RuntimeException e) {
                if (fault == null) {
                    throw e;
                }
                return i; // what cannot go on has been caught as well
            }
        }
        return NONE;
    }

    @SuppressWarnings("unchecked")
    private static ToIntBiFunction<Path, Universe> screening(@Nullable JoinFault fault)
            throws ReflectiveOperationException {
        Class<?> run = new Planted(fault).loadClass(JoinFaultRun.class.getName());
        Method screening = run.getDeclaredMethod("screening");
        screening.setAccessible(true);
        return (ToIntBiFunction<Path, Universe>) screening.invoke(null);
    }

    /** Loads the engine's classes anew, one of them with a fault; those beneath it are shared. */
    private static final class Planted extends ClassLoader {

        private final @Nullable JoinFault fault;

        Planted(@Nullable JoinFault fault) {
            super(JoinFaultsTest.class.getClassLoader());
            this.fault = fault;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.winnow.engine.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? defined(name) : loaded;
        }

        private Class<?> defined(String name) throws ClassNotFoundException {
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                byte[] planted = fault != null && fault.className().equals(name) ? fault.plant(bytes) : bytes;
                return defineClass(name, planted, 0, planted.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
