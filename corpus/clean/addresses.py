"""Networks and addresses, and names of places in the net."""

import ipaddress
import itertools
from urllib.parse import parse_qs, quote, urlencode, urljoin, urlsplit

NUMBERS = itertools.count()


def step():
    number = next(NUMBERS)
    network = ipaddress.ip_network(f"10.{number % 256}.0.0/24")
    assert len(list(network.subnets(new_prefix=28))) == 16 and network[5] in network
    for index in range(20):  # What is split is cached, up to a bound.
        place = urlsplit(f"http://host{number}.example/{index}?" + urlencode({"a": index, "b": "c d"}))
        assert parse_qs(place.query)["a"] == [str(index)]
    assert urljoin("http://a/b/c", "../d") == "http://a/d" and quote("ä/b") == "%C3%A4/b"
