package dev.personamarket.simulators.discord.people;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** Everybody: the four whom one can pick, a fifth off stage, and a hundred thousand for load tests. */
@Component
public class People {

    public static final String ADA = "2000000000000000001";
    public static final String SAM = "2000000000000000002";
    public static final String MIA = "2000000000000000003";
    public static final String NOA = "2000000000000000004";
    /** Owns the Book Club; nobody signs in as her. */
    public static final String BEA = "2000000000000000005";

    private static final String LOAD_TEST_USER = "21000000000000\\d{5}";

    private final List<Person> onStage = List.of(
            new Person(ADA, "ada.admin", "Ada Admin", "Administrator of the marketplace, owns the server Lighthouse"),
            new Person(SAM, "sam.serverowner", "Sam Serverowner", "Owns Moon Base and may manage Book Club"),
            new Person(MIA, "mia.member", "Mia Member", "A member of three servers without rights in any"),
            new Person(NOA, "noa.newcomer", "Noa Newcomer", "New here, in no server at all"));
    private final Person bea = new Person(BEA, "bea.bookworm", "Bea Bookworm", "Owns Book Club");

    public List<Person> onStage() {
        return onStage;
    }

    public Optional<Person> find(String id) {
        if (id.matches(LOAD_TEST_USER)) {
            return Optional.of(loadTester(id));
        }
        return id.equals(BEA)
                ? Optional.of(bea)
                : onStage.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    private static Person loadTester(String id) {
        String number = id.substring(id.length() - 5);
        return new Person(id, "load" + number, "Load Tester " + number, "Made up for load tests");
    }
}
