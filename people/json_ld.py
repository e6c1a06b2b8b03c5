"""People and bodies as schema.org has them; nothing that their pages do not show."""

from people.models import AliasKind, Appointment, Honour, Organisation, OrganisationAlias, Person, PersonAlias
from people.tenures import Tenure
from unioncms.addresses import site_address
from unioncms.json_ld import iso, reference

Kind = Organisation.Kind
TYPES = {
    Kind.COMPANY: "Corporation",
    Kind.GOVERNMENT: "GovernmentOrganization",
    Kind.MEDIA: "NewsMediaOrganization",
    Kind.SCHOOL: "EducationalOrganization",
}
GENDERS = {Person.Gender.FEMALE: "Female", Person.Gender.MALE: "Male"}


def person_data(
    person: Person, tenures: list[Tenure], aliases: list[PersonAlias], honours: list[Honour]
) -> dict:
    return {
        "@type": "Person",
        "name": person.name,
        "url": site_address(person.get_absolute_url()),
        "alternateName": _other_names(aliases),
        "gender": GENDERS.get(person.gender),
        "birthDate": iso(person.born_on),
        "deathDate": iso(person.died_on),
        "description": person.summary,
        "memberOf": [
            {**role, "memberOf": _organisation(tenure)} for tenure in tenures for role in _roles(tenure)
        ],
        "award": list(dict.fromkeys(honour.name for honour in honours)),
    }


def organisation_data(
    organisation: Organisation,
    aliases: list[OrganisationAlias],
    tenures: list[Tenure],
    parent: Organisation | None,
    children: list[Organisation],
) -> dict:
    return {
        "@type": TYPES.get(organisation.kind, "Organization"),
        "name": organisation.name,
        "url": site_address(organisation.get_absolute_url()),
        "alternateName": _other_names(aliases),
        "description": organisation.summary,
        "address": organisation.area.name if organisation.area else None,
        "parentOrganization": reference("Organization", parent) if parent else None,
        "subOrganization": [reference("Organization", child) for child in children],
        "member": [
            {**role, "member": reference("Person", tenure.person)}
            for tenure in tenures
            for role in _roles(tenure)
        ],
    }


def _other_names(aliases: list) -> list[str]:
    return [alias.name for alias in aliases if alias.kind != AliasKind.MISPRINT]


def _roles(tenure: Tenure) -> list[dict]:
    """A role for each confirmed term; one without days where only reports tell of it."""
    terms: list[Appointment | None] = list(tenure.dated_terms) or [None]
    return [
        {
            "@type": "OrganizationRole",
            "roleName": tenure.post.title,
            "startDate": iso(term.started_on) if term else None,
            "endDate": iso(term.ended_on) if term else None,
        }
        for term in terms
    ]


def _organisation(tenure: Tenure) -> dict:
    return reference("Organization", tenure.post.organisation, tenure.is_organisation_public)
