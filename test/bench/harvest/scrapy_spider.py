"""The same harvest with Scrapy: follows lists and articles, keeps every file under its sha256. Nothing is brought to the disk, no facts are kept."""

import hashlib
import html
import os
import re
from urllib.parse import unquote

import scrapy

# Paths that stand in scripts, handlers and data, and files that a viewer shows: what the spider of a site is told once about it.
PATHS = re.compile(r"""["'](/d\d+/[^"'<>]+)["']""")
VIEWED = re.compile(r"""viewer\.html\?file=([^"'&]+)""")
NOT_FOLLOWED = ("/menu", "sitemap", "/internal/", "javascript:", "viewer.html")


class Harvest(scrapy.Spider):
    name = "harvest"
    custom_settings = {
        "DOWNLOAD_DELAY": 0,
        "ROBOTSTXT_OBEY": True,
        "LOG_LEVEL": "ERROR",
        "TELNETCONSOLE_ENABLED": False,
        "RETRY_ENABLED": True,
    }

    def __init__(self, url, folder, **options):
        super().__init__(**options)
        self.start_urls = [url]
        self.folder = folder

    def parse(self, response):
        content_type = response.headers.get("Content-Type", b"")
        if not content_type.startswith(b"text/html"):
            self.keep(response.body)
            return
        hrefs = set(response.css("a::attr(href)").getall())
        hrefs.update(html.unescape(path) for path in PATHS.findall(response.text))
        hrefs.update(unquote(path) for path in VIEWED.findall(response.text))
        for href in hrefs:
            if not any(word in href for word in NOT_FOLLOWED):
                yield response.follow(href, self.parse)

    def keep(self, body):
        name = hashlib.sha256(body).hexdigest()
        folder = os.path.join(self.folder, name[:2])
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, name[2:]), "wb") as file:
            file.write(body)
