package dev.personamarket.gateway.site;

/** Nobody could be asked whose page this is. */
class PersonalitiesAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PersonalitiesAway(Throwable cause) {
        super(cause);
    }
}
