"""Settings: read from the environment, and refused where they are misspelt or wrong."""

import dataclasses
import re

import pytest

from openfisca_country.law import LawError
from openfisca_country.web.listening import Serving
from openfisca_country.web.security import client_of, hashed, new_key
from openfisca_country.web.settings import Settings


def test_without_an_environment_the_guards_are_closed() -> None:
    settings = Settings.from_environment({"HOME": "/root"})
    assert settings == Settings()
    assert settings.cors_origins == ()


def test_every_kind_of_value_is_read() -> None:
    settings = Settings.from_environment(
        {
            "OPENFISCA_COUNTRY_MAX_BODY_BYTES": "5_000_000",
            "OPENFISCA_COUNTRY_SECONDS": "2.5",
            "OPENFISCA_COUNTRY_CORS_ORIGINS": "https://a.example.org, http://localhost:8080",
            "OPENFISCA_COUNTRY_API_KEYS": "clinic:" + "0" * 64,
        }
    )
    assert settings.max_body_bytes == 5_000_000
    assert settings.seconds == 2.5
    assert settings.cors_origins == ("https://a.example.org", "http://localhost:8080")
    assert settings.api_keys == (("clinic", "0" * 64),)


def test_server_and_app_read_the_same_environment() -> None:
    environment = {"OPENFISCA_COUNTRY_PORT": "8000", "OPENFISCA_COUNTRY_MAX_DEPTH": "5"}
    assert Serving.from_environment(environment).port == 8000
    assert Settings.from_environment(environment).max_depth == 5


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("MAX_PERSONS", "many", 'expected a whole number of 1 or more, got "many"'),
        ("MAX_PERSONS", "0", "1 or more"),
        ("MAX_PERSONS", "-5", "1 or more"),
        ("MAX_PERSONS", "1.5", "whole number"),
        ("SECONDS", "nan", "a number of 1 or more"),
        ("SECONDS", "inf", "a number of 1 or more"),
        ("CORS_ORIGINS", "*", "without a path or a star"),
        ("CORS_ORIGINS", "https://a.example.org/", "without a path or a star"),
        ("CORS_ORIGINS", "https://*.example.org", "without a path or a star"),
        ("MAX_BODDY_BYTES", "1", 'Did you mean "OPENFISCA_COUNTRY_MAX_BODY_BYTES"?'),
        ("API_KEYS_FILE", "/nowhere/keys", "cannot be read (No such file or directory)"),
        ("WORKERS", "two", 'expected a whole number of 0 or more, got "two"'),
    ],
)
def test_a_wrong_setting_is_refused_in_one_sentence(name: str, value: str, said: str) -> None:
    environment = {f"OPENFISCA_COUNTRY_{name}": value}
    cls = Serving if name == "WORKERS" else Settings
    with pytest.raises(LawError) as refused:
        cls.from_environment(environment)
    assert said in str(refused.value)
    assert str(refused.value).startswith(f"OPENFISCA_COUNTRY_{name}")


def test_a_key_put_where_its_hash_belongs_is_refused_and_not_repeated() -> None:
    key, _ = new_key("clinic")
    with pytest.raises(LawError) as refused:
        Settings.from_environment({"OPENFISCA_COUNTRY_API_KEYS": f"clinic:{key}"})
    assert "SHA-256" in str(refused.value)
    assert key not in str(refused.value)


def test_keys_of_a_file_join_those_of_the_environment(tmp_path: object) -> None:
    _, line = new_key("clinic")
    path = tmp_path / "keys"  # type: ignore[operator]
    path.write_text(f"# keys\n\n{line}\n")
    settings = Settings.from_environment(
        {"OPENFISCA_COUNTRY_API_KEYS": "other:" + "0" * 64, "OPENFISCA_COUNTRY_API_KEYS_FILE": str(path)}
    )
    assert [name for name, _ in settings.api_keys] == ["other", "clinic"]
    path.write_text("# none left\n")
    with pytest.raises(LawError, match="holds no key"):
        Settings.from_environment({"OPENFISCA_COUNTRY_API_KEYS_FILE": str(path)})


def test_a_key_is_long_never_the_same_and_kept_as_its_hash() -> None:
    key, line = new_key("clinic-3")
    other, _ = new_key("clinic-3")
    assert key != other
    assert len(re.sub(r"^ofc_", "", key)) >= 43  # 256 bits in base64
    assert key not in line
    name, known = line.split(":")
    assert client_of(key, ((name, known),)) == "clinic-3"
    assert client_of(other, ((name, known),)) is None
    assert client_of(known, ((name, known),)) is None  # the hash itself opens nothing
    assert hashed("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # FIPS 180, appendix B.1
    with pytest.raises(LawError, match="cannot name a key"):
        new_key("Clinic 3")


def test_settings_do_not_show_their_keys() -> None:
    settings = Settings(api_keys=(("clinic", "f" * 64),))
    assert "f" * 64 not in repr(settings)


def test_every_setting_is_described() -> None:
    for cls in (Settings, Serving):
        for each in dataclasses.fields(cls):
            assert re.search(rf"^        {each.name}: ", cls.__doc__ or "", re.MULTILINE), each.name
