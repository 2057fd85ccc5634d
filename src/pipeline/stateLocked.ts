/** Another process works with this state folder. */
export class StateLocked extends Error {
  constructor(folder: string) {
    super(`${folder} is in use by another run; wait until it has ended`);
    this.name = 'StateLocked';
  }
}
