// The calls to the server. Every value is data, never markup.

/** @import { Config, Problem, RowDetail, RowFilter, Row, Session, HistoryEntry } from './types.js' */

/** An answer that is no success, ready to show. */
export class ImportError extends Error {
	/** @param {Problem} problem */
	constructor(problem) {
		super(problem.detail);
		this.problem = problem;
	}
}

const wait = (/** @type {number} */ milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

export class ImportApi {
	/**
	 * @param {string} base Where the page is mounted, without a slash at the end.
	 * @param {() => string} language The language of the texts that the server gives.
	 */
	constructor(base, language) {
		this.base = base;
		this.language = language;
	}

	/** @param {string} path */
	url(path) {
		return `${this.base}/api/${path}`;
	}

	/**
	 * Asks the server, and again for a while where no answer comes, or only that of a proxy: every request may be made twice.
	 * @param {string} method
	 * @param {string} path
	 * @param {{ body?: BodyInit, json?: unknown, version?: number, signal?: AbortSignal }} [options]
	 */
	async send(method, path, options = {}) {
		/** @type {Record<string, string>} */
		const headers = { Accept: 'application/json', 'Accept-Language': this.language(), 'X-Sellsy-Import': '1' };
		let body = options.body;
		if (options.json !== undefined) {
			headers['Content-Type'] = 'application/json';
			body = JSON.stringify(options.json);
		} else if (body !== undefined) {
			headers['Content-Type'] = 'application/octet-stream';
		}
		if (options.version !== undefined) {
			headers['If-Match'] = `"${options.version}"`;
		}
		for (let pause = 250; ; pause *= 2) {
			const isLast = pause > 4000;
			try {
				const response = await fetch(this.url(path), { method, headers, body, signal: options.signal });
				if (response.ok) {
					return response;
				}
				if (isLast || ![502, 503, 504].includes(response.status)) {
					throw new ImportError(await problemOf(response));
				}
			} catch (error) {
				if (isLast || error instanceof ImportError || options.signal?.aborted) {
					throw error;
				}
			}
			await wait(pause);
		}
	}

	/**
	 * @param {string} method
	 * @param {string} path
	 * @param {{ json?: unknown, version?: number, signal?: AbortSignal }} [options]
	 * @returns {Promise<any>}
	 */
	async json(method, path, options) {
		const response = await this.send(method, path, options);
		return response.status === 204 ? null : response.json();
	}

	/** @returns {Promise<Config>} */
	config() {
		return this.json('GET', 'config');
	}

	/** @param {string} id @returns {Promise<Session>} */
	session(id) {
		return this.json('GET', `sessions/${id}`);
	}

	/** @param {string} fileId @param {object} reading What a person chose in the place of what is detected. @returns {Promise<Session>} */
	open(fileId, reading) {
		return this.json('POST', 'sessions', { json: { fileId, reading } });
	}

	/**
	 * Changes a session. Where another page changed it meanwhile, its newest state is fetched and the change is made on that.
	 * @param {Session} session
	 * @param {(session: Session) => object} change
	 * @returns {Promise<Session>}
	 */
	async change(session, change) {
		let current = session;
		for (let tries = 0; ; tries++) {
			try {
				return await this.json('PATCH', `sessions/${current.id}`, { json: change(current), version: current.version });
			} catch (error) {
				if (!(error instanceof ImportError) || error.problem.status !== 412 || tries === 3) {
					throw error;
				}
				current = await this.session(current.id);
			}
		}
	}

	/** @param {string} id @param {'preview'|'add'|'cancel'|'undo'} what @param {number} [version] @returns {Promise<Session>} */
	start(id, what, version) {
		return this.json('POST', `sessions/${id}/${what}`, { json: {}, version });
	}

	/**
	 * @param {string} id
	 * @param {{ first: number, count: number } & RowFilter} query
	 * @param {AbortSignal} [signal]
	 * @returns {Promise<{ rows: Row[], next: number|null, total: number|null }>}
	 */
	rows(id, query, signal) {
		const parameters = new URLSearchParams();
		for (const [name, value] of Object.entries(query)) {
			if (value !== undefined && value !== '') {
				parameters.set(name, String(value));
			}
		}
		return this.json('GET', `sessions/${id}/rows?${parameters}`, { signal });
	}

	/** @param {string} id @param {number} row @returns {Promise<RowDetail>} */
	row(id, row) {
		return this.json('GET', `sessions/${id}/rows/${row}`);
	}

	/** @param {string} id @param {number} row @param {Record<string, string>} cells @returns {Promise<RowDetail>} */
	judge(id, row, cells) {
		return this.json('POST', `sessions/${id}/judge`, { json: { row, cells } });
	}

	/** @param {string} id @param {number} column @param {string} from @returns {Promise<{ rows: number }>} */
	count(id, column, from) {
		return this.json('POST', `sessions/${id}/count`, { json: { column, from } });
	}

	/** @param {string} id @param {string} cause @returns {Promise<import('./types.js').CauseValues>} */
	values(id, cause) {
		return this.json('GET', `sessions/${id}/causes/${cause}`);
	}

	/** @param {string} id @param {string} fileId @returns {Promise<{ session: Session, taken: number, unmatched: number[] }>} */
	mended(id, fileId) {
		return this.json('POST', `sessions/${id}/mended`, { json: { fileId } });
	}

	/** @param {string} id @param {string} profile @returns {Promise<Session>} */
	async loadProfile(id, profile) {
		return (await this.send('PUT', `sessions/${id}/profile`, { body: profile })).json();
	}

	/** @returns {Promise<{ imports: HistoryEntry[] }>} */
	history() {
		return this.json('GET', 'history');
	}

	/** @param {string} importId @param {'resume'|'cancel'|'undo'} what */
	act(importId, what) {
		return this.json('POST', `history/${encodeURIComponent(importId)}/${what}`, { json: {} });
	}

	/**
	 * Sends a file in pieces. A lost piece is sent again from where the server is, for as long as it takes.
	 * @param {File} file
	 * @param {(received: number) => void} progress
	 * @param {AbortSignal} signal
	 * @param {string|null} begun The id of an upload of this file that was begun before a reload.
	 * @param {(fileId: string) => void} onBegun
	 * @returns {Promise<string>}
	 */
	async upload(file, progress, signal, begun, onBegun) {
		let { fileId, received, chunkBytes } = await this.begin(file, begun, signal);
		onBegun(fileId);
		progress(received);
		for (let pause = 500; received < file.size; ) {
			try {
				const piece = file.slice(received, received + chunkBytes);
				const answer = await (await this.send('PUT', `files/${fileId}?offset=${received}`, { body: piece, signal })).json();
				received = answer.received;
				pause = 500;
				progress(received);
			} catch (error) {
				signal.throwIfAborted();
				if (error instanceof ImportError && error.problem.status !== 409 && error.problem.status < 500) {
					throw error;
				}
				await wait(pause);
				pause = Math.min(pause * 2, 10_000);
				received = (await this.json('GET', `files/${fileId}`, { signal }).catch(() => ({ received }))).received;
			}
		}
		return fileId;
	}

	/** @param {File} file @param {string|null} begun @param {AbortSignal} signal */
	async begin(file, begun, signal) {
		if (begun) {
			const there = await this.json('GET', `files/${begun}`, { signal }).catch(() => null);
			if (there && there.name === file.name && there.size === file.size) {
				return { fileId: begun, received: there.received, chunkBytes: there.chunkBytes };
			}
		}
		return this.json('POST', 'files', { json: { name: file.name, size: file.size }, signal });
	}

	/**
	 * Follows the work of a session: by events, or by asking.
	 * @param {string} id
	 * @param {(session: Session) => boolean} received Whether to go on.
	 * @param {AbortSignal} signal
	 */
	async follow(id, received, signal) {
		let isOver = false;
		const refresh = async () => {
			if (isOver || signal.aborted) {
				return;
			}
			const session = await this.session(id);
			isOver = isOver || signal.aborted || !received(session);
		};
		let lastEvent = 0;
		const listen = () => {
			const source = new EventSource(this.url(`sessions/${id}/events`));
			source.addEventListener('state', () => {
				lastEvent = Date.now();
				refresh().catch(() => undefined);
			});
			return source;
		};
		let events = listen();
		signal.addEventListener('abort', () => events.close());
		try {
			while (!isOver && !signal.aborted) {
				if (Date.now() - lastEvent > 2000) {
					await refresh().catch(() => undefined);
				}
				if (!isOver && !signal.aborted && events.readyState === EventSource.CLOSED) {
					events = listen();
				}
				await wait(isOver ? 0 : 1000);
			}
		} finally {
			events.close();
		}
	}
}

/** @param {Response} response @returns {Promise<Problem>} */
async function problemOf(response) {
	const empty = { title: response.statusText || String(response.status), detail: '', code: null, status: response.status };
	if (!(response.headers.get('Content-Type') ?? '').includes('json')) {
		return empty;
	}
	return { ...empty, ...(await response.json().catch(() => ({}))), status: response.status };
}
